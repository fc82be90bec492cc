/**
 * Colours for codebook entries: near entries get near colours. The first three principal components of the vectors
 * become lightness, hue and chroma of Oklch. Lightness carries the most, so that the map can be read without seeing
 * hues; hues stay between magenta and yellow, the warm side that stands for generation.
 */

const COMPONENTS = 3;
const ITERATIONS = 40;

const LIGHTNESS = { base: 0.66, span: 0.26 };
const HUE = { base: 45, span: 65 };
const CHROMA = { base: 0.1, span: 0.06 };
/** The luminance on which black and white are read equally well: both have a contrast of 4.5 at least (WCAG 2.2). */
const MIDDLE = 0.179;
/** Standard deviations that fill a span: farther entries are clipped. */
const SPREAD = 1.8;

export interface CodeColour {
  readonly fill: string;
  /** Text on `fill`. */
  readonly text: string;
}

/** One colour a vector. @param vectors [N·D] */
export function codeColours(vectors: Float32Array, dimension: number): CodeColour[] {
  const coordinates = principalCoordinates(vectors, dimension);
  return Array.from({ length: vectors.length / dimension }, (_, n) => {
    const [first, second, third] = coordinates.map((axis) => axis[n] as number) as [number, number, number];
    const lightness = LIGHTNESS.base + LIGHTNESS.span * first;
    // Degrees round the circle: below 0 is at its other end.
    const hue = (360 + HUE.base + HUE.span * second) % 360;
    const chroma = CHROMA.base + CHROMA.span * third;
    return {
      fill: `oklch(${lightness.toFixed(3)} ${chroma.toFixed(3)} ${hue.toFixed(1)})`,
      text: luminance(lightness, chroma, hue) > MIDDLE ? '#000' : '#fff',
    };
  });
}

/** Relative luminance of a colour in Oklch, hue in degrees (Ottosson 2020, "A perceptual color space for image processing"). */
function luminance(lightness: number, chroma: number, hue: number): number {
  const radians = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(radians), chroma * Math.sin(radians)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return -0.0405757452 * long + 1.1122868033 * middle - 0.0717110581 * short;
}

/** Position of each vector on the first components, in -1..1. [COMPONENTS][N] */
function principalCoordinates(vectors: Float32Array, dimension: number): Float64Array[] {
  const count = vectors.length / dimension;
  const rows = centred(vectors, dimension);
  const covariance = covarianceOf(rows, dimension);
  return Array.from({ length: COMPONENTS }, () => {
    const axis = leadingAxis(covariance, dimension);
    const variance = deflate(covariance, axis);
    const scale = 1 / (SPREAD * Math.sqrt(variance) + 1e-9);
    return Float64Array.from({ length: count }, (_, n) => {
      let position = 0;
      for (let d = 0; d < dimension; d++) position += (rows[n * dimension + d] as number) * (axis[d] as number);
      return Math.max(-1, Math.min(1, position * scale));
    });
  });
}

/** The vectors less their mean. [N·D] */
function centred(vectors: Float32Array, dimension: number): Float64Array {
  const count = vectors.length / dimension;
  const mean = new Float64Array(dimension);
  vectors.forEach((value, i) => {
    mean[i % dimension] = (mean[i % dimension] as number) + value / count;
  });
  return Float64Array.from(vectors, (value, i) => value - (mean[i % dimension] as number));
}

/** [N·D] -> [D·D] */
function covarianceOf(rows: Float64Array, dimension: number): Float64Array {
  const count = rows.length / dimension;
  const covariance = new Float64Array(dimension * dimension);
  for (let n = 0; n < count; n++)
    for (let i = 0; i < dimension; i++)
      for (let j = 0; j < dimension; j++) {
        const product = (rows[n * dimension + i] as number) * (rows[n * dimension + j] as number);
        covariance[i * dimension + j] = (covariance[i * dimension + j] as number) + product / count;
      }
  return covariance;
}

/** Unit vector of the largest variance, by power iteration; its largest part is positive, so that the sign is settled. [D] */
function leadingAxis(covariance: Float64Array, dimension: number): Float64Array {
  // Uneven, so that it is not orthogonal to an axis of the codebook by construction.
  let axis = Float64Array.from({ length: dimension }, (_, i) => 1 + i / dimension);
  for (let step = 0; step < ITERATIONS; step++) {
    const next = times(covariance, axis);
    const length = Math.hypot(...next);
    if (length < 1e-12) return new Float64Array(dimension);
    axis = next.map((value) => value / length);
  }
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return largest < 0 ? axis.map((value) => -value) : axis;
}

/** Takes the variance along `axis` out of the matrix, in place, and returns it. */
function deflate(covariance: Float64Array, axis: Float64Array): number {
  const variance = times(covariance, axis).reduce((sum, value, i) => sum + value * (axis[i] as number), 0);
  for (let i = 0; i < axis.length; i++)
    for (let j = 0; j < axis.length; j++) {
      const at = i * axis.length + j;
      covariance[at] = (covariance[at] as number) - variance * (axis[i] as number) * (axis[j] as number);
    }
  return Math.max(0, variance);
}

/** Matrix [D·D] times vector [D]. */
const times = (matrix: Float64Array, vector: Float64Array): Float64Array =>
  vector.map((_, i) => vector.reduce((sum, value, j) => sum + (matrix[i * vector.length + j] as number) * value, 0));
