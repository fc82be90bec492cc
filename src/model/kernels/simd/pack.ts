/** Copies of matrices: into panels, in the order in which a product reads them, and row by row. */
import { advance, defineFunction, type FunctionSource, f32, f32x4, i32, v128, whileBelow } from './assembler';
import { B_STEP, TILE_COLUMNS, VECTOR_BYTES } from './tiles';

/**
 * `width` neighbouring floats for each step of k; steps are `stride` bytes apart in `from`, panels `panel` bytes apart in `to`.
 * Where `width` does not divide a row, the last panel takes floats from beyond it; they end in columns that nobody reads.
 */
export const packColumns = (name: string, width: number): FunctionSource =>
  defineFunction(
    name,
    ['from', 'to', 'depth', 'panels', 'stride', 'panel'],
    ({ from, to, depth, panels, stride, panel }, local) => {
      const [index, source, target, end] = [local('i32'), local('i32'), local('i32'), local('i32')];
      const stepBytes = width * 4;
      const offsets = Array.from({ length: stepBytes / VECTOR_BYTES }, (_, i) => i * VECTOR_BYTES);
      return whileBelow(index, panels.get, [
        source.set(i32.add(from.get, i32.mul(index.get, i32.constant(stepBytes)))),
        target.set(i32.add(to.get, i32.mul(index.get, panel.get))),
        end.set(i32.add(target.get, i32.mul(depth.get, i32.constant(stepBytes)))),
        whileBelow(target, end.get, [
          offsets.map((offset) => v128.store(target.get, v128.load(source.get, offset), offset)),
          advance(source, stride.get),
          advance(target, i32.constant(stepBytes)),
        ]),
        advance(index, i32.constant(1)),
      ]);
    },
  );

/** Panels of 8 from a matrix whose rows, `stride` bytes apart, are the columns of the product's b; a panel is depth·32 bytes long. */
export const packTransposed = defineFunction(
  'packTransposed',
  ['from', 'to', 'depth', 'columns', 'stride'],
  ({ from, to, depth, columns, stride }, local) => {
    const [column, source, end, target] = [local('i32'), local('i32'), local('i32'), local('i32')];
    const panelStart = i32.mul(i32.mul(i32.shiftRight(column.get, Math.log2(TILE_COLUMNS)), depth.get), i32.constant(B_STEP));
    const lane = i32.mul(i32.and(column.get, i32.constant(TILE_COLUMNS - 1)), i32.constant(4));
    return whileBelow(column, columns.get, [
      source.set(i32.add(from.get, i32.mul(column.get, stride.get))),
      end.set(i32.add(source.get, i32.mul(depth.get, i32.constant(4)))),
      target.set(i32.add(to.get, i32.add(panelStart, lane))),
      whileBelow(source, end.get, [
        f32.store(target.get, f32.load(source.get)),
        advance(source, i32.constant(4)),
        advance(target, i32.constant(B_STEP)),
      ]),
      advance(column, i32.constant(1)),
    ]);
  },
);

/** `rows` rows of `rowBytes`, `fromRow` bytes apart in `from` and `toRow` in `to`. */
export const copyRows = defineFunction(
  'copyRows',
  ['from', 'to', 'rows', 'rowBytes', 'fromRow', 'toRow'],
  ({ from, to, rows, rowBytes, fromRow, toRow }, local) => {
    const [row, source, target, vectorEnd, end] = [local('i32'), local('i32'), local('i32'), local('i32'), local('i32')];
    return whileBelow(row, rows.get, [
      source.set(i32.add(from.get, i32.mul(row.get, fromRow.get))),
      target.set(i32.add(to.get, i32.mul(row.get, toRow.get))),
      end.set(i32.add(source.get, rowBytes.get)),
      vectorEnd.set(i32.add(source.get, i32.and(rowBytes.get, i32.constant(-VECTOR_BYTES)))),
      whileBelow(source, vectorEnd.get, [
        v128.store(target.get, v128.load(source.get)),
        advance(source, i32.constant(VECTOR_BYTES)),
        advance(target, i32.constant(VECTOR_BYTES)),
      ]),
      whileBelow(source, end.get, [
        f32.store(target.get, f32.load(source.get)),
        advance(source, i32.constant(4)),
        advance(target, i32.constant(4)),
      ]),
      advance(row, i32.constant(1)),
    ]);
  },
);

/** Zeros over `bytes` bytes, a multiple of 4. */
export const clear = defineFunction('clear', ['to', 'bytes'], ({ to, bytes }, local) => {
  const [vectorEnd, end] = [local('i32'), local('i32')];
  return [
    end.set(i32.add(to.get, bytes.get)),
    vectorEnd.set(i32.add(to.get, i32.and(bytes.get, i32.constant(-VECTOR_BYTES)))),
    whileBelow(to, vectorEnd.get, [v128.store(to.get, f32x4.splat(f32.zero)), advance(to, i32.constant(VECTOR_BYTES))]),
    whileBelow(to, end.get, [f32.store(to.get, f32.zero), advance(to, i32.constant(4))]),
  ];
});
