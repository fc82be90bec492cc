/** Adds one row to each row of a matrix: biases, and with a single row any two tensors of one shape. */
import { advance, defineFunction, f32, f32x4, i32, v128, whileBelow } from './assembler';
import { VECTOR_BYTES } from './tiles';

/** to = from + row, for `rows` rows of `rowBytes` bytes; row length need not be whole vectors. */
export const addRow = defineFunction(
  'addRow',
  ['from', 'row', 'to', 'rows', 'rowBytes'],
  ({ from, row, to, rows, rowBytes }, local) => {
    const [end, limit, rowEnd, at] = [local('i32'), local('i32'), local('i32'), local('i32')];
    const forward = (bytes: number) => [from, at, to].map((pointer) => advance(pointer, i32.constant(bytes)));
    return [
      end.set(i32.add(from.get, i32.mul(rows.get, rowBytes.get))),
      limit.set(i32.add(row.get, i32.and(rowBytes.get, i32.constant(-VECTOR_BYTES)))),
      rowEnd.set(i32.add(row.get, rowBytes.get)),
      whileBelow(from, end.get, [
        at.set(row.get),
        whileBelow(at, limit.get, [v128.store(to.get, f32x4.add(v128.load(from.get), v128.load(at.get))), forward(VECTOR_BYTES)]),
        whileBelow(at, rowEnd.get, [f32.store(to.get, f32.add(f32.load(from.get), f32.load(at.get))), forward(4)]),
      ]),
    ];
  },
);
