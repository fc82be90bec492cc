/** How like one picture every drawing of the gallery is, by each of its codes. All give one score a row, the larger the nearer. */
import { GALLERY_CODEBOOK } from './gallery';
import { tokenCounts } from './quantizer';

/**
 * Cosines with packed unit vectors; each row is renormalised, so that packing costs direction only.
 * @param query unit vector [E]
 * @param rows [R·E]
 */
export function cosines(query: Float32Array, rows: Int8Array): Float32Array {
  const dim = query.length;
  return Float32Array.from({ length: rows.length / dim }, (_, row) => {
    let dot = 0;
    let squared = 0;
    for (let d = 0; d < dim; d++) {
      const value = rows[row * dim + d] as number;
      dot += value * (query[d] as number);
      squared += value * value;
    }
    return dot / Math.sqrt(squared || 1);
  });
}

/**
 * Bhattacharyya coefficients of the histograms of tokens: 1 for the same tokens in any order, 0 for none in common.
 * @param tokens [N] at the gallery's codebook
 * @param rows [R·N]
 */
export function histogramOverlaps(tokens: Uint16Array, rows: Uint16Array): Float32Array {
  const cells = tokens.length;
  const own = tokenCounts(tokens, GALLERY_CODEBOOK);
  return Float32Array.from({ length: rows.length / cells }, (_, row) => {
    const other = tokenCounts(rows.subarray(row * cells, (row + 1) * cells), GALLERY_CODEBOOK);
    let overlap = 0;
    for (let entry = 0; entry < GALLERY_CODEBOOK; entry++)
      overlap += Math.sqrt((own[entry] as number) * (other[entry] as number));
    return overlap / cells;
  });
}

/**
 * Correlations of pixels, or of means of pixels: inner products once the mean is removed and the length is 1. 0 where one is a plain colour.
 * @param pixels [P]
 * @param rows [R·P]
 */
export function correlations(pixels: Uint8Array, rows: Uint8Array): Float32Array {
  const count = pixels.length;
  const own = centred(pixels);
  return Float32Array.from({ length: rows.length / count }, (_, row) => {
    const other = centred(rows.subarray(row * count, (row + 1) * count));
    return own.reduce((sum, value, i) => sum + value * (other[i] as number), 0);
  });
}

/** Mean removed, unit length. [P] */
function centred(values: Uint8Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const length = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) || 1;
  return Float64Array.from(values, (value) => (value - mean) / length);
}
