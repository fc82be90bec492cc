/** What was measured over the evaluation set at a setting, to stand beside what one picture shows. */
import type { GenerationSettings } from '../../engine/protocol';
import { summarySchema } from '../../results/summary';
import type { LabHost } from '../lab';
import { type AwaitedFinding, useFinding } from '../shared/use-finding';

export interface Measured {
  readonly state: AwaitedFinding<unknown>['state'];
  /** dB over drawings of held-out concepts, and over photographs; null where it was not measured on these weights. */
  readonly psnr: { readonly heldOut: number; readonly photos: number } | null;
  /** Share of the entries that all pictures together use, 0..1. */
  readonly usage: number | null;
}

export function useMeasured(host: LabHost, { grid, codebook }: GenerationSettings): Measured {
  const finding = useFinding(summarySchema, 'summary', host);
  const figures = finding.state === 'found' ? finding.result.figures : undefined;
  return { state: finding.state, psnr: figures?.psnr[grid][codebook] ?? null, usage: figures?.usage[grid][codebook] ?? null };
}
