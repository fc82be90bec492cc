/** The random numbers: pinned values, moments, and forks that do not depend on what was drawn. */
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/dataset/rng';

const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('createRng', () => {
  it('gives the same numbers on every platform', () => {
    const rng = createRng(1);
    expect(draw(4, rng.next)).toEqual(PINNED_UNIFORM);
    expect(draw(3, createRng('seed').fork('a', 2).normal)).toEqual(PINNED_NORMAL);
  });

  it('repeats from the seed and differs between seeds, also between 1 and "1"', () => {
    const of = (seed: number | string) => draw(8, createRng(seed).next);
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
    expect(of(1)).not.toEqual(of('1'));
  });

  it('is uniform: mean, variance, serial correlation and every integer', () => {
    const rng = createRng('uniform');
    const values = draw(200_000, rng.next);
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(mean(values.map((v) => (v - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
    expect(mean(values.slice(1).map((v, i) => (v - 0.5) * ((values[i] ?? 0) - 0.5)))).toBeCloseTo(0, 2);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) {
      const drawn = rng.int(7);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    expect(counts.every((count) => count > 9_000 && count < 11_000)).toBe(true);
  });

  it('draws normal numbers with the right first four moments', () => {
    const values = draw(200_000, createRng('normal').normal);
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((v) => v ** 2))).toBeCloseTo(1, 1);
    expect(mean(values.map((v) => v ** 3))).toBeCloseTo(0, 1);
    expect(Math.abs(mean(values.map((v) => v ** 4)) - 3)).toBeLessThan(0.15);
  });

  it('forks by name, whatever was drawn before', () => {
    const fresh = createRng(3).fork('step', 1000);
    const used = createRng(3);
    draw(50, used.normal);
    expect(draw(5, used.fork('step', 1000).next)).toEqual(draw(5, fresh.next));
    expect(createRng(3).fork('a').fork('b').next()).not.toBe(createRng(3).fork('ab').next());
    expect(createRng(3).fork('1').next()).not.toBe(createRng(3).fork(1).next());
  });
});

const PINNED_UNIFORM = [0.6076725046150386, 0.3642943266313523, 0.9346795785240829, 0.1034063445404172];
const PINNED_NORMAL = [0.12077625462577377, 0.6966785872569442, 0.4600756181617949];
