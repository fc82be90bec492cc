/**
 * Products whose left matrix is read where it lies: rows, each made of several stretches, times packed panels of b.
 * One stretch is a matrix product; a stretch for each row of a filter is a convolution without an intermediate matrix
 * ("indirect convolution", Dukhan 2019, arXiv 1907.02129).
 */
import { advance, type Code, defineFunction, type FunctionSource, f32, f32x4, i32, v128, whileBelow } from './assembler';
import { B_STEP, VECTOR_BYTES } from './tiles';

/**
 * c [height·rowTiles, 8·columnPanels] = a · b. Row i of a is the stretches of `stretch` bytes that start at
 * a + i·aRow + shift, for the i32 shifts from `shifts` to `shiftsEnd`; rows of c are `cRow` bytes apart, panels of b `bPanel`.
 */
export const rowProduct = (name: string, height: number): FunctionSource =>
  defineFunction(
    name,
    ['a', 'b', 'c', 'rowTiles', 'columnPanels', 'aRow', 'cRow', 'shifts', 'shiftsEnd', 'stretch', 'bPanel'],
    ({ a, b, c, rowTiles, columnPanels, aRow, cRow, shifts, shiftsEnd, stretch, bPanel }, local) => {
      const [tile, column, shift, bAt, cAt, start, end] = [
        local('i32'),
        local('i32'),
        local('i32'),
        local('i32'),
        local('i32'),
        local('i32'),
        local('i32'),
      ];
      const [left, right, scale] = [local('v128'), local('v128'), local('v128')];
      const rows = Array.from({ length: height }, () => ({ at: local('i32'), low: local('v128'), high: local('v128') }));
      const zero = f32x4.splat(f32.zero);
      // One step of k a turn: unrolled, V8 moves all loads to the front and spills the sums (21 instead of 34 GFLOP/s).
      const step: Code = [
        left.set(v128.load(bAt.get)),
        right.set(v128.load(bAt.get, VECTOR_BYTES)),
        rows.map(({ at, low, high }) => [
          scale.set(v128.loadSplat(at.get)),
          low.set(f32x4.add(low.get, f32x4.mul(scale.get, left.get))),
          high.set(f32x4.add(high.get, f32x4.mul(scale.get, right.get))),
          advance(at, i32.constant(4)),
        ]),
        advance(bAt, i32.constant(B_STEP)),
      ];
      const [first] = rows as [(typeof rows)[number], ...typeof rows];
      const overStretch: Code = [
        end.set(i32.add(start.get, i32.load(shift.get))),
        rows.map(({ at }) => [at.set(end.get), advance(end, aRow.get)]),
        end.set(i32.add(first.at.get, stretch.get)),
        whileBelow(first.at, end.get, step),
        advance(shift, i32.constant(4)),
      ];
      return whileBelow(column, columnPanels.get, [
        start.set(a.get),
        cAt.set(i32.add(c.get, i32.mul(column.get, i32.constant(B_STEP)))),
        tile.set(i32.constant(0)),
        whileBelow(tile, rowTiles.get, [
          rows.map(({ low, high }) => [low.set(zero), high.set(zero)]),
          bAt.set(i32.add(b.get, i32.mul(column.get, bPanel.get))),
          shift.set(shifts.get),
          whileBelow(shift, shiftsEnd.get, overStretch),
          rows.map(({ low, high }) => [
            v128.store(cAt.get, low.get),
            v128.store(cAt.get, high.get, VECTOR_BYTES),
            advance(cAt, cRow.get),
          ]),
          advance(start, i32.mul(aRow.get, i32.constant(height))),
          advance(tile, i32.constant(1)),
        ]),
        advance(column, i32.constant(1)),
      ]);
    },
  );
