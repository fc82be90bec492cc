/** Resizing of square RGB pictures: area averages to shrink, Catmull–Rom (Keys 1981, a = −1/2) to enlarge. */

/** Positions along one axis that one output position reads, with weights that sum to 1. */
interface Taps {
  readonly at: Int32Array;
  readonly weights: Float64Array;
}

const clamp = (value: number, limit: number): number => Math.min(Math.max(value, 0), limit - 1);

/** The stretch of the source under output `i`. */
function areaTaps(from: number, to: number, i: number): Taps {
  const [start, end] = [(i * from) / to, ((i + 1) * from) / to];
  const at = Int32Array.from({ length: Math.ceil(end) - Math.floor(start) }, (_, k) => Math.floor(start) + k);
  return { at, weights: Float64Array.from(at, (p) => (Math.min(end, p + 1) - Math.max(start, p)) / (end - start)) };
}

/** Four neighbours; those outside repeat the border. */
function cubicTaps(from: number, to: number, i: number): Taps {
  const centre = ((i + 0.5) * from) / to - 0.5;
  const left = Math.floor(centre);
  const t = centre - left;
  return {
    at: Int32Array.from([-1, 0, 1, 2], (k) => clamp(left + k, from)),
    weights: Float64Array.of(
      ((-t + 2) * t - 1) * t * 0.5,
      ((3 * t - 5) * t * t + 2) * 0.5,
      ((-3 * t + 4) * t + 1) * t * 0.5,
      (t - 1) * t * t * 0.5,
    ),
  };
}

const tapsOf = (from: number, to: number): Taps[] =>
  Array.from({ length: to }, (_, i) => (to <= from ? areaTaps(from, to, i) : cubicTaps(from, to, i)));

/** Along the rows, for every line of the picture. [lines·from·3] -> [lines·to·3] */
function alongRows(data: Float32Array, from: number, taps: readonly Taps[]): Float32Array {
  const lines = data.length / (from * 3);
  const out = new Float32Array(lines * taps.length * 3);
  for (let line = 0, to = 0; line < lines; line++)
    for (const { at, weights } of taps)
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let k = 0; k < at.length; k++)
          sum += (weights[k] as number) * (data[(line * from + (at[k] as number)) * 3 + channel] as number);
        out[to++] = sum;
      }
  return out;
}

/** Rows become columns. [height·width·3] -> [width·height·3] */
function transposed(data: Float32Array, width: number): Float32Array {
  const height = data.length / (width * 3);
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++)
        out[(x * height + y) * 3 + channel] = data[(y * width + x) * 3 + channel] as number;
  return out;
}

/** From one side to another. [from·from·3] -> [to·to·3], not rounded */
export function resample(data: Float32Array, from: number, to: number): Float32Array {
  const taps = tapsOf(from, to);
  return transposed(alongRows(transposed(alongRows(data, from, taps), to), from, taps), to);
}
