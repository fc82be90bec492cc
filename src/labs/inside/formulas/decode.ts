/** The decoder's last step, and how far the drawing is from the picture. */
import { IMAGE_SIZE } from '../../../model/types';
import { aligned, mark, tex } from '../tex';
import type { FilledFormula } from './formula';

/** @param output the decoder's last layer, in 0..1 but for what is clipped @param byte what became of it */
export function drawnFormula(output: number, byte: number): FilledFormula {
  const [o, x] = ['decoder-o', 'decoder-drawn'];
  return {
    symbolic: `${mark(x, '\\hat x')} = \\bigl\\lfloor 255\\cdot\\min(1, \\max(0, ${mark(o, 'o')})) \\bigr\\rceil`,
    filled: aligned(
      `${mark(x, '\\hat x')} &= \\bigl\\lfloor 255\\cdot\\min(1, \\max(0, ${mark(o, tex(output))})) \\bigr\\rceil`,
      `&= ${mark(x, String(byte))}`,
    ),
    legend: [
      { symbol: o, tex: 'o', meaning: 'legendDecoded', value: tex(output) },
      { symbol: x, tex: '\\hat x', meaning: 'legendDrawn', value: String(byte) },
    ],
  };
}

export const meanSquaredError = (original: Uint8Array, drawn: Uint8Array): number =>
  original.reduce((sum, byte, i) => sum + (byte - (drawn[i] ?? 0)) ** 2, 0) / original.length;

/** @param psnr in dB; null where both are the same */
export function psnrFormula(mse: number, psnr: number | null): FilledFormula {
  const [error, decibels] = ['decoder-mse', 'decoder-psnr'];
  const numbers = (square: string, result: string) =>
    `${mark(decibels, result)} = 10\\log_{10}\\frac{255^2}{${mark(error, square)}}`;
  return {
    symbolic: aligned(
      `${mark(error, '\\mathrm{MSE}')} &= \\textstyle\\frac{1}{${IMAGE_SIZE}\\cdot${IMAGE_SIZE}\\cdot3}\\sum (x - \\hat x)^2`,
      numbers('\\mathrm{MSE}', '\\mathrm{PSNR}').replace(' = ', ' &= '),
    ),
    filled: numbers(tex(mse), psnr === null ? '\\infty' : `${psnr.toFixed(2)}\\,\\mathrm{dB}`),
    legend: [
      { symbol: error, tex: '\\mathrm{MSE}', meaning: 'legendMse', value: tex(mse) },
      { symbol: decibels, tex: '\\mathrm{PSNR}', meaning: 'legendPsnr', value: psnr === null ? '∞' : psnr.toFixed(2) },
    ],
  };
}
