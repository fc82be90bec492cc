/** The distances that chose a cell's token: the nearest entries, nearest first. */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { CodebookSize } from '../../model/types';
import type { CodeColour } from '../../ui/code-colours';
import { RankedBars } from '../../ui/RankedBars';
import { ValueTable } from '../shared/ValueTable';
import { smallest } from './codes';
import type { CellDistances } from './store';
import { compareTexts } from './texts';

interface DistancePlotProps {
  /** Those of the cell before stay until the next are there. */
  readonly distances: CellDistances | null;
  /** There is no codebook, hence no choice. */
  readonly isFree: boolean;
  readonly palette: readonly CodeColour[];
  readonly codebook: CodebookSize | undefined;
}

/** Entries drawn, at most. */
const PLACES = 24;

export function DistancePlot({ distances, isFree, palette, codebook }: DistancePlotProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const nearest = useMemo(
    () => (distances && distances.generation.codebook === codebook && !isFree ? smallest(distances.values, PLACES) : []),
    [distances, codebook, isFree],
  );
  const [chosen, next] = nearest;
  const counted = () => t(distances?.values.length === nearest.length ? 'distancesAll' : 'distances', { shown: nearest.length });
  const title = isFree ? t('distancesNone') : chosen ? counted() : t('distancesPending');
  const note = chosen && next && t('distancesNote', { chosen: number(chosen.value, 3), next: number(next.value, 3) });
  return (
    <figure className="inspector-distances">
      <RankedBars
        label={note ? t('distancesLabel', { title, note }) : title}
        bars={nearest.map(({ index, value }) => ({ key: index, value, fill: palette[index]?.fill ?? '' }))}
        places={PLACES}
        limit={nearest.at(-1)?.value ?? 0}
      />
      <figcaption className="panel-note tabular">
        {title}
        <br />
        {note ?? '\u00a0'}
      </figcaption>
      {!isFree && (
        <ValueTable
          summary={t('distanceValues', { count: nearest.length || '…' })}
          values={Float32Array.from(nearest, ({ value }) => value)}
        />
      )}
    </figure>
  );
}
