/** What the dashed lines rest on, or why there are none. */
import { useNumbers } from '../../i18n/use-numbers';
import { useSentenceSpace } from '../../i18n/use-sentence-space';
import { useTexts } from '../../i18n/use-texts';
import type { E7 } from '../../results/e7';
import type { AwaitedFinding } from '../shared/use-finding';
import { survivesTexts } from './texts';

interface EvaluationNoteProps {
  readonly evaluation: AwaitedFinding<E7>;
  /** Whether the reader has moved the slider. */
  readonly isTraced: boolean;
  readonly isRedrawn: boolean;
}

const ABSENT = { missing: 'evaluationMissing', stale: 'evaluationStale', failed: 'evaluationFailed' } as const;

export function EvaluationNote({ evaluation, isTraced, isRedrawn }: EvaluationNoteProps) {
  const space = useSentenceSpace();
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  const sentence = () => {
    if (evaluation.state === 'reading') return '\u00a0';
    if (evaluation.state !== 'found') return t(ABSENT[evaluation.state]);
    return t('evaluationNote', { size: number(evaluation.result.figures.codebook) });
  };
  return (
    <p className="survives-note tabular">
      {!isTraced && t(isRedrawn ? 'playHintRedraw' : 'playHint') + space}
      {sentence()}
    </p>
  );
}
