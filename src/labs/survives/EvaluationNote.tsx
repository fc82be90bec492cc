/** What the dashed lines rest on, and what an untrained encoder makes of the change; or why there are none. */
import type { Change } from '../../dataset/changes';
import { useNumbers } from '../../i18n/use-numbers';
import { useSentenceSpace } from '../../i18n/use-sentence-space';
import { useTexts } from '../../i18n/use-texts';
import type { E7 } from '../../results/e7';
import type { AwaitedFinding } from '../shared/use-finding';
import { controlStep } from './curves';
import { survivesTexts } from './texts';
import type { StrengthText } from './use-strength-text';

interface EvaluationNoteProps {
  readonly evaluation: AwaitedFinding<E7>;
  /** Whether the reader has moved the slider. */
  readonly isTraced: boolean;
  readonly change: Change;
  readonly strengthText: StrengthText;
}

const ABSENT = { missing: 'evaluationMissing', stale: 'evaluationStale', failed: 'evaluationFailed' } as const;

export function EvaluationNote({ evaluation, isTraced, change, strengthText }: EvaluationNoteProps) {
  const space = useSentenceSpace();
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  const sentence = () => {
    if (evaluation.state === 'reading') return '\u00a0';
    if (evaluation.state !== 'found') return t(ABSENT[evaluation.state]);
    return t('evaluationNote', { size: number(evaluation.result.figures.codebook) });
  };
  const control = () => {
    const step = evaluation.state === 'found' ? controlStep(evaluation.result, change) : null;
    if (!step) return '';
    const share = { trained: number(100 * step.trained), untrained: number(100 * step.untrained) };
    return typeof step.strength === 'number'
      ? space + t('control', { strength: strengthText(change, step.strength), ...share })
      : space + t('controlRedraw', share);
  };
  return (
    <p className="survives-note tabular">
      {!isTraced && t(change === 'redraw' ? 'playHintRedraw' : 'playHint') + space}
      {sentence()}
      {control()}
    </p>
  );
}
