/** What the lab shows, to take along. */
import type { RefObject } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { E7 } from '../../results/e7';
import { Button } from '../../ui/Button';
import { codeColours } from '../../ui/code-colours';
import { saveFile } from '../shared/save-file';
import { curvesOfSteps, curvesOfTrace, evaluationSteps } from './curves';
import { csvOf, fileStem, jsonOf } from './downloads';
import { strengthAt } from './levels';
import { pngOf } from './picture';
import type { TableRow } from './rows';
import type { Shown, Trace } from './store';
import { survivesTexts } from './texts';
import type { StrengthText } from './use-strength-text';

interface DownloadsProps {
  readonly shown: Shown;
  readonly trace: readonly Trace[];
  readonly rows: readonly TableRow[];
  readonly evaluation: E7 | null;
  readonly strengthText: StrengthText;
  /** Whose colours and type the PNG takes. */
  readonly root: RefObject<HTMLElement | null>;
}

export function Downloads({ shown, trace, rows, evaluation, strengthText, root }: DownloadsProps) {
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  const { baseline, change, level, distance } = shown;
  const stem = fileStem(shown);

  const savePng = async () => {
    if (!root.current) return;
    const { codebook, grid } = baseline.settings;
    const share = distance.tokensChanged;
    const graded = change === 'redraw' ? null : change;
    const file = await pngOf(
      {
        shown,
        palette: codebook === 'inf' ? [] : codeColours(baseline.entries, baseline.codeDim),
        curves: graded
          ? [
              ...(evaluation
                ? [{ look: 'set' as const, curves: curvesOfSteps(graded, evaluationSteps(evaluation, graded, grid)) }]
                : []),
              { look: 'own' as const, curves: curvesOfTrace(graded, trace) },
            ]
          : [],
        texts: {
          title: t('labelled', { name: t(change), value: strengthText(change, strengthAt(change, level)) }),
          before: t('before'),
          after: t('after'),
          embedding: t('labelled', { name: t('cosine'), value: number(distance.cosine, 3) }),
          tokens:
            share === null
              ? ''
              : t('labelled', { name: t('tokensChanged'), value: t('percent', { value: number(100 * share, 1) }) }),
          chart: t('chart'),
        },
      },
      root.current,
    );
    saveFile(file, `${stem}.png`);
  };
  return (
    <div className="survives-downloads">
      <Button onPress={() => void savePng()}>{t('downloadPng')}</Button>
      <Button onPress={() => saveFile(csvOf(shown, rows), `${stem}.csv`)}>{t('downloadCsv')}</Button>
      <Button onPress={() => saveFile(jsonOf(shown, rows), `${stem}.json`)}>{t('downloadJson')}</Button>
    </div>
  );
}
