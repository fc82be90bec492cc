/**
 * Product of two packed matrices, for sums that run along the first axis of both (gradients of weights):
 * the kernel of Goto & van de Geijn 2008, "Anatomy of High-Performance Matrix Multiplication". Blocking is the caller's.
 */
import { advance, type Code, defineFunction, f32, f32x4, i32, type Variable, v128, whileBelow } from './assembler';

/** The tile that stays in registers: eight vectors of sums, two of b and one of a. */
export const TILE_ROWS = 4;
export const TILE_COLUMNS = 8;
export const VECTOR_BYTES = 16;
/** Bytes of one step of k in a panel. */
export const A_STEP = TILE_ROWS * 4;
export const B_STEP = TILE_COLUMNS * 4;

/**
 * c [4·rowPanels, 8·columnPanels] += Σ_k a[k] ⊗ b[k]. A panel of a holds 4 floats a step of k and is `aPanel` bytes from the
 * next; one of b holds 8, `bPanel`; rows of c are `cRow` bytes apart.
 */
export const tiles = defineFunction(
  'tiles',
  ['a', 'b', 'c', 'depth', 'rowPanels', 'columnPanels', 'aPanel', 'bPanel', 'cRow'],
  ({ a, b, c, depth, rowPanels, columnPanels, aPanel, bPanel, cRow }, local) => {
    const [row, column, aAt, aEnd, bAt, cAt] = [
      local('i32'),
      local('i32'),
      local('i32'),
      local('i32'),
      local('i32'),
      local('i32'),
    ];
    const [left, right, scale] = [local('v128'), local('v128'), local('v128')];
    const sums = Array.from({ length: TILE_ROWS }, () => ({ low: local('v128'), high: local('v128') }));
    const zero = f32x4.splat(f32.zero);
    const step: Code = [
      left.set(v128.load(bAt.get)),
      right.set(v128.load(bAt.get, VECTOR_BYTES)),
      sums.map(({ low, high }, i) => [
        scale.set(v128.loadSplat(aAt.get, i * 4)),
        low.set(f32x4.add(low.get, f32x4.mul(scale.get, left.get))),
        high.set(f32x4.add(high.get, f32x4.mul(scale.get, right.get))),
      ]),
      advance(aAt, i32.constant(A_STEP)),
      advance(bAt, i32.constant(B_STEP)),
    ];
    const addToC = (sum: Variable, offset: number): Code =>
      v128.store(cAt.get, f32x4.add(v128.load(cAt.get, offset), sum.get), offset);
    const tile: Code = [
      sums.map(({ low, high }) => [low.set(zero), high.set(zero)]),
      aAt.set(i32.add(a.get, i32.mul(row.get, aPanel.get))),
      aEnd.set(i32.add(aAt.get, i32.mul(depth.get, i32.constant(A_STEP)))),
      bAt.set(i32.add(b.get, i32.mul(column.get, bPanel.get))),
      whileBelow(aAt, aEnd.get, step),
      cAt.set(
        i32.add(
          c.get,
          i32.add(i32.mul(i32.mul(row.get, i32.constant(TILE_ROWS)), cRow.get), i32.mul(column.get, i32.constant(B_STEP))),
        ),
      ),
      sums.map(({ low, high }) => [addToC(low, 0), addToC(high, VECTOR_BYTES), advance(cAt, cRow.get)]),
    ];
    return whileBelow(column, columnPanels.get, [
      row.set(i32.constant(0)),
      whileBelow(row, rowPanels.get, [tile, advance(row, i32.constant(1))]),
      advance(column, i32.constant(1)),
    ]);
  },
);
