/** The larger of each number and zero. */
import { advance, defineFunction, f32, f32x4, i32, v128, whileBelow } from './assembler';
import { VECTOR_BYTES } from './tiles';

/** to = max(from, 0), for `bytes` bytes of floats; their number need not be whole vectors. */
export const rectify = defineFunction('rectify', ['from', 'to', 'bytes'], ({ from, to, bytes }, local) => {
  const [limit, end] = [local('i32'), local('i32')];
  const zero = f32x4.splat(f32.zero);
  const forward = (step: number) => [from, to].map((pointer) => advance(pointer, i32.constant(step)));
  return [
    limit.set(i32.add(from.get, i32.and(bytes.get, i32.constant(-VECTOR_BYTES)))),
    end.set(i32.add(from.get, bytes.get)),
    whileBelow(from, limit.get, [v128.store(to.get, f32x4.max(v128.load(from.get), zero)), forward(VECTOR_BYTES)]),
    whileBelow(from, end.get, [f32.store(to.get, f32.max(f32.load(from.get), f32.zero)), forward(4)]),
  ];
});
