/** What E7 and E8 do to pictures, and how they measure what follows. */
import { describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import type { Distance } from '../../../src/results/e7';
import { type ChangeId, changed, STRENGTHS } from '../../../training/experiments/e7/changes';
import { wayTo } from '../../../training/experiments/e7/distances';
import { cellsDealt, deal, paintedOver } from '../../../training/experiments/e8/pictures';
import { pixelEnergies, ringShares, spillOf, vectorEnergies } from '../../../training/experiments/e8/spill';

const BYTES = 64 * 64 * 3;
const at = (x: number, y: number) => (y * 64 + x) * 3;

/** A red square on white, from 20 to 29 across and 10 to 19 down. */
const square = (() => {
  const rgb = new Uint8Array(BYTES).fill(255);
  for (let y = 10; y < 20; y++) for (let x = 20; x < 30; x++) rgb.set([200, 0, 0], at(x, y));
  return rgb;
})();

/** Pixels that are not white. */
const inked = (image: Uint8Array): [number, number][] =>
  Array.from({ length: 64 * 64 }, (_, p): [number, number] => [p % 64, Math.floor(p / 64)]).filter(([x, y]) =>
    image.subarray(at(x, y), at(x, y) + 3).some((value) => value < 128),
  );

const centre = (image: Uint8Array): [number, number] => {
  const ink = inked(image);
  const mean = (axis: 0 | 1) => ink.reduce((sum, point) => sum + point[axis], 0) / ink.length;
  return [mean(0), mean(1)];
};

describe('changes', () => {
  test('a shift moves the drawing by its pixels along one axis, and nothing else', async () => {
    const moved = await changed('shift', square, 4, createRng(1));
    const [[x, y], [fromX, fromY]] = [centre(moved), centre(square)];
    expect(Math.abs(x - fromX) + Math.abs(y - fromY)).toBeCloseTo(4);
    expect(inked(moved)).toHaveLength(100);
  });

  test('a quarter turn keeps the distance to the centre', async () => {
    const [x, y] = centre(await changed('rotate', square, 90, createRng(1)));
    const [fromX, fromY] = centre(square);
    expect([Math.abs(x - 31.5), Math.abs(y - 31.5)]).toEqual([
      expect.closeTo(Math.abs(fromY - 31.5), 1),
      expect.closeTo(Math.abs(fromX - 31.5), 1),
    ]);
  });

  test('a covered square has the side it says', async () => {
    const covered = await changed('occlude', new Uint8Array(BYTES).fill(255), 16, createRng(3));
    expect(covered.filter((value) => value === 128)).toHaveLength(16 * 16 * 3);
  });

  test.each(Object.entries(STRENGTHS) as [ChangeId, readonly number[]][])(
    '%s: no strength leaves the picture as it was',
    async (change, strengths) => {
      for (const strength of strengths) {
        const image = await changed(change, square, strength, createRng(2));
        expect(image).toHaveLength(BYTES);
        expect(Buffer.compare(image, square)).not.toBe(0);
      }
    },
  );

  test('the same seed makes the same change', async () => {
    const [one, two] = [await changed('noise', square, 20, createRng(5)), await changed('noise', square, 20, createRng(5))];
    expect(one).toEqual(two);
    expect(await changed('noise', square, 20, createRng(6))).not.toEqual(one);
  });
});

test('the way to an unrelated picture is 0 where nothing moved and 1 at the end', () => {
  const distance = (cosine: number, tokens: number): Distance => {
    const [c, t] = [cosine, tokens].map((mean) => ({ mean, sd: 0, n: 1 })) as [Distance['embedding'], Distance['embedding']];
    return { embedding: c, untrained: c, patches: c, pixels: c, tokens16: t, tokens8: t };
  };
  const end = distance(0.2, 0.8);
  expect(wayTo(end, end)).toMatchObject({ embedding: 1, tokens16: 1 });
  expect(wayTo(end, distance(1, 0)).embedding).toBeCloseTo(0);
  expect(wayTo(end, distance(1, 0)).tokens16).toBeCloseTo(0);
  expect(wayTo(end, distance(0.6, 0.2)).embedding).toBeCloseTo(0.5);
  expect(wayTo(end, distance(0.6, 0.2)).tokens8).toBeCloseTo(0.25);
  // As with a model of a few steps, which has one token for everything.
  expect(wayTo(distance(0.2, 0), distance(0.6, 0)).tokens8).toBe(0);
});

describe('cells', () => {
  test('painting over changes one cell only, twice restores it', () => {
    const image = Uint8Array.from({ length: BYTES }, (_, i) => i % 251);
    const painted = paintedOver(image, 10, 8);
    const energies = pixelEnergies(image, painted, 8);
    expect([...energies].flatMap((energy, cell) => (energy > 0 ? [cell] : []))).toEqual([10]);
    expect(paintedOver(painted, 10, 8)).toEqual(image);
  });

  test('dealing is a permutation, and the reverse deal undoes it', () => {
    const order = deal(64, createRng('deal'));
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i));
    expect(order).not.toEqual(Array.from({ length: 64 }, (_, i) => i));
    const back = order.map((_, to) => order.indexOf(to));
    const image = Uint8Array.from({ length: BYTES }, (_, i) => (i * 7) % 253);
    expect(cellsDealt(cellsDealt(image, order), back)).toEqual(image);
    expect(cellsDealt(image, order)).not.toEqual(image);
  });

  test('shares by distance: the cell, its ring, and what lies farther', () => {
    const energies = new Float64Array(64);
    energies[27] = 6; // row 3, column 3
    energies[28] = 1;
    energies[18] = 1; // row 2, column 2
    energies[63] = 2; // row 7, column 7
    expect(ringShares(energies, 27)).toEqual([0.6, expect.closeTo(0.2), 0, 0, 0.2, 0, 0, 0]);
    expect(ringShares(new Float64Array(64), 27)).toBeUndefined();
    expect(() => spillOf(8, [])).toThrow(/changed anything/);
    const spill = spillOf(8, [ringShares(energies, 27)!, [1, 0, 0, 0, 0, 0, 0, 0]]);
    expect(spill.own.mean).toBeCloseTo(0.8);
    expect(spill.even).toBe(1 / 64);
    expect(spill.rings.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  test('vectors are compared cell by cell', () => {
    const [a, b] = [Float32Array.from([0, 0, 1, 1]), Float32Array.from([0, 0, 4, 5])];
    expect([...vectorEnergies(a, b, 2)]).toEqual([0, 25]);
  });
});
