/** Fidelity of many pictures drawn back. */
import { psnr, ssim } from '../../../src/model/metrics';
import type { Fitted, Quality } from '../../../src/results/e4';
import { averageOf, mean, spreadOf } from '../../evaluate/statistics';

/** SSIM costs forty times what PSNR does, so only every eighth picture is asked for it. */
const SSIM_EVERY = 8;

/** PSNR of each picture in dB; SSIM of some. */
export interface Scores {
  readonly psnr: readonly number[];
  readonly ssim: readonly number[];
}

export const scoresOf = (originals: readonly Uint8Array[], drawn: readonly Uint8Array[]): Scores => ({
  psnr: originals.map((original, i) => psnr(original, drawn[i] as Uint8Array)),
  ssim: originals.flatMap((original, i) => (i % SSIM_EVERY === 0 ? [ssim(original, drawn[i] as Uint8Array)] : [])),
});

export const qualityOf = ({ psnr: psnrs, ssim: ssims }: Scores): Quality => ({ psnr: averageOf(psnrs), ssim: averageOf(ssims) });

/** Over seeds, of the means over pictures. */
export const fittedOf = (bySeed: readonly Scores[]): Fitted['heldOut'] => ({
  psnr: spreadOf(bySeed.map((scores) => mean(scores.psnr))),
  ssim: spreadOf(bySeed.map((scores) => mean(scores.ssim))),
});
