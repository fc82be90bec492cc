/**
 * Seeded random numbers that are the same on every platform and can be forked by name.
 *
 * Generator: xoshiro128** (Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021), 32-bit integer
 * operations only. The 128-bit state is hashed from the seed's text with the lanes and the finaliser of MurmurHash3.
 */

import type { Rng } from '../model/types';

export type { Rng };

/** Starts a stream. Equal seeds give equal streams; `1` and `'1'` are different seeds. */
export function createRng(seed: number | string): Rng {
  return fromKey(JSON.stringify(seed));
}

function fromKey(key: string): Rng {
  let [a, b, c, d] = hashKey(key);
  let spare: number | undefined;

  const next32 = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result;
  };
  const next = (): number => next32() / 0x1_0000_0000;

  return {
    next,
    int: (n) => Math.floor(next() * n),
    // Marsaglia's polar method: of the functions it needs, only the logarithm is not fixed by IEEE 754.
    normal: () => {
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      for (;;) {
        const x = 2 * next() - 1;
        const y = 2 * next() - 1;
        const s = x * x + y * y;
        if (s === 0 || s >= 1) continue;
        const scale = Math.sqrt((-2 * portableLog(s)) / s);
        spare = y * scale;
        return x * scale;
      }
    },
    fork: (...labels) => fromKey(`${key}${JSON.stringify(labels)}`),
  };
}

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** Four 32-bit lanes of the key's UTF-16 units; never all zero, which is the generator's one bad state. */
function hashKey(key: string): [number, number, number, number] {
  const lanes: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    lanes[0] = Math.imul(lanes[0] ^ unit, 0x85ebca6b) ^ lanes[1];
    lanes[1] = Math.imul(rotateLeft(lanes[1], 15) ^ unit, 0xc2b2ae35) ^ lanes[2];
    lanes[2] = Math.imul(rotateLeft(lanes[2], 13) ^ unit, 0xcc9e2d51) ^ lanes[3];
    lanes[3] = Math.imul(rotateLeft(lanes[3], 17) ^ unit, 0x1b873593) ^ lanes[0];
  }
  const mixed = lanes.map((lane, i) => finalise(lane ^ Math.imul(key.length + i, 0x9e3779b9)));
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0, (mixed[3] ?? 0) | 1];
}

function finalise(lane: number): number {
  let h = lane;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Natural logarithm of x in (0, 1) from additions, multiplications and divisions, so that every engine rounds alike. */
function portableLog(x: number): number {
  let mantissa = x;
  let exponent = 0;
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  const z = (mantissa - 1) / (mantissa + 1); // |z| <= 0.172, so eleven terms leave less than 1e-17
  const z2 = z * z;
  let sum = 0;
  for (let k = 21; k >= 1; k -= 2) sum = sum * z2 + 1 / k;
  return 2 * z * sum + exponent * Math.LN2;
}
