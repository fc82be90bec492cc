/** Measures shared by training, page and shell: one definition for all. */

const PEAK = 255;

/** Mean squared error of two images of the same size, in squared 8-bit levels. */
export function meanSquaredError(a: Uint8Array, b: Uint8Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += ((a[i] as number) - (b[i] as number)) ** 2;
  return total / a.length;
}

/** Peak signal-to-noise ratio in dB over 8-bit RGB; Infinity for equal images. */
export const psnr = (a: Uint8Array, b: Uint8Array): number => 10 * Math.log10(PEAK ** 2 / meanSquaredError(a, b));

/** Rec. 601 luma of an RGB image. [H·W·3] -> [H·W] */
function luma(image: Uint8Array): Float64Array {
  const y = new Float64Array(image.length / 3);
  for (let i = 0; i < y.length; i++)
    y[i] = 0.299 * (image[3 * i] as number) + 0.587 * (image[3 * i + 1] as number) + 0.114 * (image[3 * i + 2] as number);
  return y;
}

const SSIM_SIDE = 11;
const SSIM_SIGMA = 1.5;
const raw = Array.from({ length: SSIM_SIDE }, (_, i) => Math.exp(-((i - (SSIM_SIDE - 1) / 2) ** 2) / (2 * SSIM_SIGMA ** 2)));
const WINDOW = Float64Array.from(raw, (weight) => weight / raw.reduce((sum, each) => sum + each, 0));

/** Weighted sum of 11 values of a plane, `step` apart. */
function windowed(plane: Float64Array, start: number, step: number): number {
  let sum = 0;
  for (let i = 0; i < SSIM_SIDE; i++) sum += (WINDOW[i] as number) * (plane[start + i * step] as number);
  return sum;
}

/** Separable Gaussian window over the positions where it fits. [S·S] -> [(S-10)²] */
function blur(plane: Float64Array, side: number): Float64Array {
  const inner = side - SSIM_SIDE + 1;
  const rows = new Float64Array(side * inner);
  for (let y = 0; y < side; y++) for (let x = 0; x < inner; x++) rows[y * inner + x] = windowed(plane, y * side + x, 1);
  const out = new Float64Array(inner * inner);
  for (let y = 0; y < inner; y++) for (let x = 0; x < inner; x++) out[y * inner + x] = windowed(rows, y * inner + x, inner);
  return out;
}

/** Structural similarity on luma (Wang et al. 2004, 11×11 Gaussian window, σ = 1.5, K₁ = 0.01, K₂ = 0.03). Square RGB images; -1..1. */
export function ssim(a: Uint8Array, b: Uint8Array): number {
  const [ya, yb] = [luma(a), luma(b)];
  const side = Math.sqrt(ya.length);
  const product = (p: Float64Array, q: Float64Array) =>
    blur(
      p.map((value, i) => value * (q[i] as number)),
      side,
    );
  const [meanA, meanB] = [blur(ya, side), blur(yb, side)];
  const [aa, bb, ab] = [product(ya, ya), product(yb, yb), product(ya, yb)];
  const [c1, c2] = [(0.01 * PEAK) ** 2, (0.03 * PEAK) ** 2];
  const total = meanA.reduce((sum, ma, i) => {
    const mb = meanB[i] as number;
    const covariance = (ab[i] as number) - ma * mb;
    const variances = (aa[i] as number) - ma * ma + (bb[i] as number) - mb * mb;
    return sum + ((2 * ma * mb + c1) * (2 * covariance + c2)) / ((ma * ma + mb * mb + c1) * (variances + c2));
  }, 0);
  return total / meanA.length;
}

/** Bits that an image's code takes: G²·log2 K, or 32-bit floats where nothing is quantised. */
export const bitsPerImage = (grid: number, codebook: number | 'inf', codeDim: number): number =>
  grid * grid * (codebook === 'inf' ? codeDim * 32 : Math.log2(codebook));
