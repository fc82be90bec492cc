import { describe, expect, it } from 'vitest';
import { advance, assemble, defineFunction, f32, f32x4, i32, v128, whileBelow } from '../../../src/model/kernels/simd/assembler';

function run(source: ReturnType<typeof defineFunction>, values: number[], ...parameters: number[]): Float32Array {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const numbers = new Float32Array(memory.buffer);
  numbers.set(values);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble([source])), { env: { memory } });
  (exports[source.name] as (...parameters: number[]) => void)(...parameters);
  return numbers;
}

describe('the assembler', () => {
  it('makes loops over vectors', () => {
    const double = defineFunction('double', ['from', 'end'], ({ from, end }) =>
      whileBelow(from, end.get, [
        v128.store(from.get, f32x4.add(v128.load(from.get), v128.load(from.get))),
        advance(from, i32.constant(16)),
      ]),
    );
    expect([...run(double, [1, 2, 3, 4, 5, 6, 7, 8, 9], 0, 32).subarray(0, 9)]).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 9]);
  });

  it('runs a loop not at all when it starts at its limit', () => {
    const never = defineFunction('never', ['at'], ({ at }) =>
      whileBelow(at, i32.constant(4), [f32.store(at.get, f32.one), advance(at, i32.constant(4))]),
    );
    expect(run(never, [7, 7], 4)[1]).toBe(7);
  });

  it.each([0, 63, 64, -1, -64, -65, 127, 128, 8191, 8192, -8193, 0x7fffffff, -0x80000000])('encodes the constant %i', (value) => {
    const store = defineFunction('store', ['at'], ({ at }) => f32.store(at.get, f32.fromI32(i32.constant(value))));
    expect(run(store, [], 0)[0]).toBe(Math.fround(value));
  });
});
