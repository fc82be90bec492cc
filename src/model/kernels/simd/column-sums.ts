/** Sums over the rows of a matrix: gradients of biases. */
import { advance, type Code, defineFunction, f32, f32x4, i32, v128, whileBelow } from './assembler';
import { VECTOR_BYTES } from './tiles';

/** Vectors summed side by side: a cache line. */
const SIDE_BY_SIDE = 4;
const LINE_BYTES = SIDE_BY_SIDE * VECTOR_BYTES;

/** Adds `rows` rows of `rowBytes` bytes to the one row at `to`. */
export const columnSums = defineFunction(
  'columnSums',
  ['from', 'to', 'rows', 'rowBytes'],
  ({ from, to, rows, rowBytes }, local) => {
    const [source, sourceEnd, limit] = [local('i32'), local('i32'), local('i32')];
    const vectors = Array.from({ length: SIDE_BY_SIDE }, () => local('v128'));
    const single = local('f32');
    const end = local('i32');
    const overRows = (body: Code): Code => [
      source.set(from.get),
      sourceEnd.set(i32.add(from.get, i32.mul(rows.get, rowBytes.get))),
      whileBelow(source, sourceEnd.get, [body, advance(source, rowBytes.get)]),
    ];
    const forward = (bytes: number): Code => [advance(from, i32.constant(bytes)), advance(to, i32.constant(bytes))];
    return [
      end.set(i32.add(to.get, rowBytes.get)),
      limit.set(i32.add(to.get, i32.and(rowBytes.get, i32.constant(-LINE_BYTES)))),
      whileBelow(to, limit.get, [
        vectors.map((sum, i) => sum.set(v128.load(to.get, i * VECTOR_BYTES))),
        overRows(vectors.map((sum, i) => sum.set(f32x4.add(sum.get, v128.load(source.get, i * VECTOR_BYTES))))),
        vectors.map((sum, i) => v128.store(to.get, sum.get, i * VECTOR_BYTES)),
        forward(LINE_BYTES),
      ]),
      whileBelow(to, end.get, [
        single.set(f32.load(to.get)),
        overRows(single.set(f32.add(single.get, f32.load(source.get)))),
        f32.store(to.get, single.get),
        forward(4),
      ]),
    ];
  },
);
