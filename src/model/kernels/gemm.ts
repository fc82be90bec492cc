/** Matrix products on stretches of the backend's heap, blocked for the caches, in vectors. */
import { type Simd, simdOf } from './simd/instance';
import { A_STEP, B_STEP, TILE_COLUMNS, TILE_ROWS } from './simd/tiles';
import { FLOAT_BYTES, type WasmBackend } from './wasm-backend';

/** An operand at a byte address; `transposed` means that it lies there as its transpose. */
export interface Operand {
  readonly address: number;
  readonly transposed: boolean;
}

export interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** Bytes of the left matrix that one call goes through, so that they stay in the first-level cache beside a panel of b. */
const ROW_BLOCK_BYTES = 16 * 1024;
/** Steps of k in one packed block: 12 kB for the two panels of a tile. */
export const DEPTH_BLOCK = 256;

/** out [m, n] = a [m, k] · b [k, n]; `out` is a byte address and overlaps neither operand. */
export function multiply(backend: WasmBackend, sizes: Sizes, a: Operand, b: Operand, out: number): void {
  const simd = simdOf(backend);
  if (a.transposed) multiplyTransposed(simd, sizes, a.address, b, out);
  else multiplyRows(simd, sizes, a.address, b, out);
}

const panelsOf = (columns: number): number => Math.ceil(columns / TILE_COLUMNS);
const tilesOf = (rows: number): number => Math.ceil(rows / TILE_ROWS);

/** Packs `depth` steps of b from step `start` on; `sizes` are those of the whole product. */
function packRight(simd: Simd, { k, n }: Sizes, b: Operand, start: number, depth: number, to: number): void {
  const row = b.transposed ? FLOAT_BYTES : n * FLOAT_BYTES;
  const from = b.address + start * row;
  if (b.transposed) simd.packTransposed(from, to, depth, n, k * FLOAT_BYTES);
  else simd.pack8(from, to, depth, panelsOf(n), n * FLOAT_BYTES, depth * B_STEP);
}

function multiplyRows(simd: Simd, sizes: Sizes, a: number, b: Operand, out: number): void {
  const { m, k, n } = sizes;
  const panels = panelsOf(n);
  const whole = n % TILE_COLUMNS === 0;
  const block = Math.min(m, Math.max(TILE_ROWS, Math.floor(ROW_BLOCK_BYTES / (k * FLOAT_BYTES) / TILE_ROWS) * TILE_ROWS));
  const wideRow = panels * B_STEP;
  // [shift 0 | packed b | a block of rows as wide as the panels]
  const shifts = simd.scratch(TILE_COLUMNS * FLOAT_BYTES + panels * k * B_STEP + block * wideRow);
  const packed = shifts + TILE_COLUMNS * FLOAT_BYTES;
  const wide = packed + panels * k * B_STEP;
  simd.clear(shifts, FLOAT_BYTES);
  packRight(simd, sizes, b, 0, k, packed);
  const [aRow, cRow] = [k * FLOAT_BYTES, whole ? n * FLOAT_BYTES : wideRow];
  for (let row = 0; row < m; row += block) {
    const rows = Math.min(block, m - row);
    const tiled = rows - (rows % TILE_ROWS);
    const [from, to] = [a + row * aRow, whole ? out + row * cRow : wide];
    const rest = [shifts, shifts + FLOAT_BYTES, k * FLOAT_BYTES, k * B_STEP] as const;
    simd.rows4(from, packed, to, tiled / TILE_ROWS, panels, aRow, cRow, ...rest);
    simd.rows1(from + tiled * aRow, packed, to + tiled * cRow, rows - tiled, panels, aRow, cRow, ...rest);
    if (!whole) simd.copyRows(wide, out + row * n * FLOAT_BYTES, rows, n * FLOAT_BYTES, wideRow, n * FLOAT_BYTES);
  }
}

function multiplyTransposed(simd: Simd, sizes: Sizes, a: number, b: Operand, out: number): void {
  const { m, k, n } = sizes;
  const [rowPanels, columnPanels] = [tilesOf(m), panelsOf(n)];
  const whole = m % TILE_ROWS === 0 && n % TILE_COLUMNS === 0;
  const depthBlock = Math.min(k, DEPTH_BLOCK);
  const left = simd.scratch(
    depthBlock * (rowPanels * A_STEP + columnPanels * B_STEP) + (whole ? 0 : rowPanels * TILE_ROWS * columnPanels * B_STEP),
  );
  const right = left + depthBlock * rowPanels * A_STEP;
  const sums = whole ? out : right + depthBlock * columnPanels * B_STEP;
  const cRow = columnPanels * B_STEP;
  simd.clear(sums, rowPanels * TILE_ROWS * cRow);
  for (let start = 0; start < k; start += depthBlock) {
    const depth = Math.min(depthBlock, k - start);
    simd.pack4(a + start * m * FLOAT_BYTES, left, depth, rowPanels, m * FLOAT_BYTES, depth * A_STEP);
    packRight(simd, sizes, b, start, depth, right);
    simd.tiles(left, right, sums, depth, rowPanels, columnPanels, depth * A_STEP, depth * B_STEP, cRow);
  }
  if (!whole) simd.copyRows(sums, out, m, n * FLOAT_BYTES, cRow, n * FLOAT_BYTES);
}
