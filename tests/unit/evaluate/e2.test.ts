/** The parts of E2 that must be right whatever the models are. */

import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { captionClasses } from '../../../training/evaluate/caption-classes';
import { chanceAt, matchRanks } from '../../../training/evaluate/recall';
import { accuracy, balancedAccuracy, fitProbes } from '../../../training/experiments/e2/probe';
import { normaliseRows } from '../../../training/experiments/e2/rows';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(initWasm);

const concept = (en: string, zh: string) => ({ label: { en, zh } });

test('concepts with the same caption in either language, also by way of a third, are one', () => {
  const classes = captionClasses([
    concept('dog', '狗'),
    concept('cat', '猫'),
    concept('puppy', '小狗'),
    concept('Cat', '小狗'),
    concept('sun', '太阳'),
  ]);
  expect(classes).toEqual([0, 1, 1, 1, 4]);
});

test('ranks count the wrong rows that come first, ties against the query', () => {
  const embeddings = { dim: 2, values: Float32Array.from([1, 0, 0, 1, 0.6, 0.8]) };
  const gallery = { embeddings, labels: ['a', 'b', 'c'] };
  const ask = (x: number, y: number, label: string) =>
    matchRanks({ embeddings: { dim: 2, values: Float32Array.of(x, y) }, labels: [label] }, [gallery]);
  expect(ask(1, 0, 'a')).toEqual([0]);
  expect(ask(1, 0, 'c')).toEqual([1]);
  expect(ask(1, 0, 'b')).toEqual([2]);
  expect(ask(1, 0, 'z')).toEqual([]);
  const constant = { dim: 2, values: new Float32Array(6).fill(0.5) };
  expect(
    matchRanks({ embeddings: constant, labels: ['a', 'b', 'c'] }, [{ embeddings: constant, labels: ['a', 'b', 'c'] }]),
  ).toEqual([2, 2, 2]);
});

test('a second row of the same label is as right as the first', () => {
  const embeddings = { dim: 1, values: Float32Array.from([0.1, 0.5, 0.9]) };
  const query = { embeddings: { dim: 1, values: Float32Array.of(1) }, labels: [7] };
  expect(matchRanks(query, [{ embeddings, labels: [7, 3, 7] }])).toEqual([0]);
  expect(matchRanks(query, [{ embeddings, labels: [7, 7, 3] }])).toEqual([1]);
});

test('a gallery in parts answers as it would whole', () => {
  const part = (labels: readonly string[], ...values: number[]) => ({
    embeddings: { dim: 1, values: Float32Array.from(values) },
    labels,
  });
  const query = part(['a', 'b', 'c', 'z'], 1, 1, 1, 1);
  const ranks = matchRanks(query, [part(['b', 'c'], 0.4, 0.9), part(['a', 'b', 'b'], 0.1, 0.5, 0.2)]);
  expect(ranks).toEqual(matchRanks(query, [part(['b', 'c', 'a', 'b', 'b'], 0.4, 0.9, 0.1, 0.5, 0.2)]));
  expect(ranks).toEqual([4, 1, 0]);
});

test('an embedding that is no number is refused, not found first', () => {
  const rows = { embeddings: { dim: 1, values: Float32Array.of(Number.NaN) }, labels: ['a'] };
  expect(() => matchRanks(rows, [rows])).toThrow('no number');
});

test('chance is that of drawing without looking', () => {
  const gallery = ['a', 'b', 'c', 'd'];
  expect(chanceAt(1, ['a'], gallery)).toBeCloseTo(25);
  expect(chanceAt(2, ['a', 'nobody'], gallery)).toBeCloseTo(50);
  expect(chanceAt(1, ['a'], ['a', 'a', 'b', 'c'])).toBeCloseTo(50);
  expect(chanceAt(2, ['a'], ['a', 'a', 'b', 'c'])).toBeCloseTo(100 * (1 - (2 / 4) * (1 / 3)));
  expect(chanceAt(9, ['a'], gallery)).toBeCloseTo(100);
});

test('rows are centred and brought to unit length; a zero row stays', () => {
  const table = { dim: 2, values: Float32Array.from([4, 5, 1, 1]) };
  normaliseRows(table, Float32Array.of(1, 1));
  expect([...table.values]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8), 0, 0]);
});

test('a probe learns what is linear, whatever its scale, and nothing else; it leaves no tensor behind', () => {
  const rng = createRng('probe');
  const count = 600;
  const labels = Array.from({ length: count }, (_, i) => i % 3);
  /** Three clusters in the first three dimensions; the others are noise, a thousand times larger. */
  const clusters = (signal: number) => ({
    dim: 6,
    values: Float32Array.from({ length: count * 6 }, (_, i) => {
      const [row, d] = [Math.floor(i / 6), i % 6];
      return d < 3 ? signal * ((labels[row] === d ? 4 : 0) + rng.normal()) : 1000 * rng.normal();
    }),
  });
  const noise = () => ({ dim: 6, values: Float32Array.from({ length: count * 6 }, () => rng.normal()) });
  const options = { classes: 3, l2: [1e-4, 10], iterations: 150 };
  const before = memory().numTensors;
  for (const signal of [1, 1e-3]) {
    const [free] = fitProbes(clusters(signal), labels, options);
    expect(accuracy(free!.predict(clusters(signal)), labels)).toBeGreaterThan(94);
  }
  const [blind] = fitProbes(noise(), labels, options);
  expect(accuracy(blind!.predict(noise()), labels)).toBeLessThan(45);
  expect(memory().numTensors).toBe(before);
});

test('a probe has a bias, and more dimensions than rows are no hindrance', () => {
  const rng = createRng('wide');
  const labels = Array.from({ length: 40 }, (_, i) => (i < 30 ? 0 : 1));
  const constant = { dim: 3, values: new Float32Array(40 * 3).fill(2) };
  const [majority] = fitProbes(constant, labels, { classes: 2, l2: [1e-4], iterations: 150 });
  expect(accuracy(majority!.predict(constant), labels)).toBe(75);
  const dim = 500;
  const wide = () => ({
    dim,
    values: Float32Array.from({ length: 40 * dim }, (_, i) => rng.normal() + (labels[Math.floor(i / dim)] === 1 ? 1 : 0)),
  });
  const [probe] = fitProbes(wide(), labels, { classes: 2, l2: [1e-4], iterations: 150 });
  expect(accuracy(probe!.predict(wide()), labels)).toBe(100);
});

test('balanced accuracy weighs small classes as much as large ones', () => {
  const labels = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1];
  const predicted = new Int32Array(10);
  expect(accuracy(predicted, labels)).toBeCloseTo(80);
  expect(balancedAccuracy(predicted, labels)).toBeCloseTo(50);
});
