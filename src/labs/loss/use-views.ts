/** The three matrices as they are shown and read out. */
import { useCallback, useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { CodeColour } from '../../ui/code-colours';
import { forceColour, similarityColour } from './heat';
import type { PictureNames } from './picture';
import type { Sides } from './sides';
import { lossTexts } from './texts';

export interface MatrixView {
  readonly key: 'similarity' | 'softmax' | 'sigmoid';
  /** What the numbers are, or what they come to. */
  readonly note: string;
  readonly colours: readonly CodeColour[];
  readonly names: readonly string[];
  readonly spoken: readonly string[];
}

/** To two decimals, without a sign where nothing is left. */
const rounded = (value: number): number => Math.round(100 * value) / 100 + 0;

export function useViews(sides: Sides | null, named: PictureNames): readonly MatrixView[] {
  const t = useTexts(lossTexts);
  const number = useNumbers();
  const viewOf = useCallback(
    (key: MatrixView['key'], note: string, values: Float64Array, colourOf: (value: number) => CodeColour): MatrixView => {
      const size = named.captions.length;
      const names = Array.from(values, (value) => number(rounded(value), 2));
      const spoken = names.map((value, cell) =>
        t('spoken', { row: named.drawings[Math.floor(cell / size)] ?? '', column: named.captions[cell % size] ?? '', value }),
      );
      return { key, note, colours: Array.from(values, colourOf), names, spoken };
    },
    [named, number, t],
  );
  // By itself: the sliders leave the similarities as they are.
  const cosines = sides?.batch.cosines;
  const similarity = useMemo(
    () => cosines && viewOf('similarity', t('similarityNote'), cosines, similarityColour),
    [cosines, viewOf, t],
  );
  return useMemo(() => {
    if (!sides || !similarity) return [];
    const { softmax, sigmoid, limit } = sides;
    const colourOf = (value: number) => forceColour(value, limit);
    return [
      similarity,
      viewOf('softmax', t('loss', { value: number(softmax.loss, 3) }), softmax.gradient, colourOf),
      viewOf('sigmoid', t('loss', { value: number(sigmoid.loss, 3) }), sigmoid.gradient, colourOf),
    ];
  }, [sides, similarity, viewOf, number, t]);
}
