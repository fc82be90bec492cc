/** How codebooks follow the encoder: moving averages on the unit sphere, a start by k-means, and a new place for dead entries. */
import { describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { solo } from '../../../src/model/collective';
import type { NamedArray } from '../../../src/model/types';
import { type Assignment, createCodebooks } from '../../../src/model/vqvae/codebooks';
import { vqvaeConfig } from '../../../src/model/vqvae/config';

const D = 2;
const config = { ...vqvaeConfig(8, [2, 4]), codeDim: D };
const point = (degrees: number): number[] => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
const points = (...degrees: readonly number[]): Float32Array => Float32Array.from(degrees.flatMap(point));
const assigned = (size: number, degrees: readonly number[], tokens: readonly number[]): Assignment => ({
  size,
  latents: points(...degrees),
  tokens: Int32Array.from(tokens),
});

/** Two entries, at 0 and at 90 degrees, each with as many latents behind it as said. */
function twoEntries(counts: readonly [number, number]) {
  const codebooks = createCodebooks(config, createRng(1), solo);
  const buffer = (name: string): Float32Array => (codebooks.buffers[name] as NamedArray).values;
  buffer('codebook/2').set(points(0, 90));
  buffer('average/2/counts').set(counts);
  buffer('average/2/sums').set(points(0, 90).map((value, i) => value * (counts[Math.floor(i / D)] as number)));
  return { codebooks, buffer };
}

const angles = (entries: Float32Array): number[] =>
  Array.from(
    { length: entries.length / D },
    (_, k) => (Math.atan2(entries[k * D + 1] as number, entries[k * D] as number) * 180) / Math.PI,
  );

describe('an update', () => {
  test('moves counts and sums a hundredth of the way, and entries to their direction', () => {
    const { codebooks, buffer } = twoEntries([10, 10]);
    codebooks.update([assigned(2, [40, 40, 90], [0, 0, 1])], createRng(2));
    expect(buffer('average/2/counts')[0]).toBeCloseTo(0.99 * 10 + 0.01 * 2, 5);
    expect(buffer('average/2/counts')[1]).toBeCloseTo(0.99 * 10 + 0.01 * 1, 5);
    const [x, y] = point(40) as [number, number];
    const moved = Math.atan2(0.02 * y, 9.9 + 0.02 * x);
    expect(angles(codebooks.entries(2))[0]).toBeCloseTo((moved * 180) / Math.PI, 3);
    expect(angles(codebooks.entries(2))[1]).toBeCloseTo(90, 4);
    for (let k = 0; k < 2; k++) expect(Math.hypot(...codebooks.entries(2).subarray(k * D, (k + 1) * D))).toBeCloseTo(1, 6);
  });

  test('leaves a codebook alone whose turn it was not', () => {
    const { codebooks, buffer } = twoEntries([10, 10]);
    const before = buffer('average/2/counts').slice();
    codebooks.update([assigned(4, [10, 20], [0, 1])], createRng(2));
    expect(buffer('average/2/counts')).toEqual(before);
    expect(codebooks.entries(2)).toEqual(points(0, 90));
  });

  test('gives a dead entry the place of a latent of this step, and an even part', () => {
    const { codebooks, buffer } = twoEntries([100, 0.1]);
    const restarted = codebooks.update([assigned(2, [30, 30], [0, 0])], createRng(3));
    expect(restarted).toBe(1);
    expect(angles(codebooks.entries(2))[1]).toBeCloseTo(30, 3);
    const [first, second] = buffer('average/2/counts') as unknown as [number, number];
    expect(second).toBeCloseTo((0.99 * 100.1 + 0.02) / 2, 3);
    expect(first).toBeCloseTo(0.99 * 100 + 0.02, 3);
  });

  test('leaves an entry that is still in use, though little', () => {
    const { codebooks } = twoEntries([100, 10]);
    expect(codebooks.update([assigned(2, [0], [0])], createRng(3))).toBe(0);
    expect(angles(codebooks.entries(2))[1]).toBeCloseTo(90, 4);
  });
});

test('a start finds the groups of the latents, and counts them', () => {
  const codebooks = createCodebooks(config, createRng(1), solo);
  codebooks.start(2, points(...Array(30).fill(10), ...Array(10).fill(100)), createRng(5));
  expect([...angles(codebooks.entries(2))].sort((a, b) => a - b).map(Math.round)).toEqual([10, 100]);
  const counts = (codebooks.buffers['average/2/counts'] as NamedArray).values;
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
});
