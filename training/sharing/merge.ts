/** Figures of several sizes, measured one by one: hours each, and not always on the same machine. */
import type { PublishedSharing } from '../../src/model/manifest';

/** Whether both are of the same weights, trained alike. */
const isSame = (a: PublishedSharing, b: PublishedSharing): boolean =>
  a.weights === b.weights && a.steps === b.steps && a.batch === b.batch && a.seed === b.seed;

/** What was measured now, and of what was known of the same weights the sizes that were not measured again, in order of size. */
export function mergedPsnr(known: PublishedSharing | undefined, found: PublishedSharing): PublishedSharing['psnr'] {
  const kept = known && isSame(known, found) ? known.psnr : [];
  const measured = new Set(found.psnr.map(({ codebook }) => codebook));
  return [...kept.filter(({ codebook }) => !measured.has(codebook)), ...found.psnr].sort((a, b) => a.codebook - b.codebook);
}
