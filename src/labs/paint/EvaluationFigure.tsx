/** What E8 found over many pictures, beside what the reader sees on one. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { GridSize } from '../../model/types';
import { e8Schema } from '../../results/e8';
import type { LabHost } from '../lab';
import { useFinding } from '../shared/use-finding';
import { paintTexts } from './texts';

interface EvaluationFigureProps {
  readonly grid: GridSize;
  readonly host: LabHost;
}

const ABSENT = { missing: 'evaluationMissing', stale: 'evaluationStale', failed: 'evaluationFailed' } as const;

export function EvaluationFigure({ grid, host }: EvaluationFigureProps) {
  const t = useTexts(paintTexts);
  const number = useNumbers();
  const finding = useFinding(e8Schema, 'e8', host);
  const percent = (share: number) => t('percent', { value: number(100 * share, 1) });
  const sentence = () => {
    if (finding.state === 'reading') return '\u00a0';
    if (finding.state !== 'found') return t(ABSENT[finding.state]);
    const { flips, codebook } = finding.result.figures;
    const flip = flips.find((each) => each.grid === grid && each.by === 'any');
    if (!flip) return t('evaluationMissing');
    const { own, even } = flip.pixels;
    const values = { grid, codebook: number(codebook), n: number(own.n), own: percent(own.mean), even: percent(even) };
    return t('evaluationFigure', values);
  };
  return <p className="paint-evaluation tabular">{sentence()}</p>;
}
