/** Why the figures over the evaluation set are not beside those of the picture. */
import { useTexts } from '../../i18n/use-texts';
import type { AwaitedFinding } from '../shared/use-finding';
import { swapTexts } from './texts';

const ABSENT = { missing: 'evaluationMissing', stale: 'evaluationStale', failed: 'evaluationFailed' } as const;

/** Nothing while they are still being read. */
export function WithoutEvaluation({ state }: Pick<AwaitedFinding<unknown>, 'state'>) {
  const t = useTexts(swapTexts);
  return state === 'found' || state === 'reading' ? null : <p className="swap-note">{t(ABSENT[state])}</p>;
}
