import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { principalComponents, project, type Rows } from '../../../training/experiments/pca';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(initWasm);

const DIM = 40;
const DEVIATIONS = [9, 5, 2];

/** Rows about a mean of 3 that vary by the given deviations along the first axes, and hardly along the others. */
function rows(count: number): Float32Array {
  const rng = createRng('rows');
  return Float32Array.from({ length: count * DIM }, (_, i) => 3 + rng.normal() * (DEVIATIONS[i % DIM] ?? 0.05));
}

const rowsOf = (values: Float32Array): Rows => ({
  count: values.length / DIM,
  dim: DIM,
  read: (from, to) => values.subarray(from * DIM, to * DIM),
});

test('finds the axes along which the rows vary most, in order, with their variances', () => {
  const samples = 2000;
  const { components, variances, mean, count } = principalComponents(rowsOf(rows(samples)), 3, createRng(1));
  expect(count).toBe(3);
  expect(mean[10]).toBeCloseTo(3, 1);
  DEVIATIONS.forEach((deviation, i) => {
    expect(Math.abs(components[i * DIM + i] as number)).toBeGreaterThan(0.99);
    expect(Math.sqrt(variances[i] as number)).toBeCloseTo(deviation, 0);
  });
});

test('coefficients and components give back rows that lie in their span', () => {
  const data = rows(300);
  for (let i = 0; i < data.length; i++) if (i % DIM >= 3) data[i] = 3;
  const pca = principalComponents(rowsOf(data), 3, createRng(2));
  const codes = project(pca, data.subarray(0, DIM));
  const restored = Float32Array.from(pca.mean, (value, d) =>
    codes.reduce((sum, code, c) => sum + code * (pca.components[c * DIM + d] as number), value),
  );
  restored.forEach((value, d) => {
    expect(value).toBeCloseTo(data[d] as number, 3);
  });
});

test('leaves no tensor behind', () => {
  const before = memory().numTensors;
  principalComponents(rowsOf(rows(1500)), 3, createRng(4));
  expect(memory().numTensors).toBe(before);
});

test('asks no more components of few rows than they have', () => {
  expect(principalComponents(rowsOf(rows(5)), 16, createRng(3)).count).toBe(4);
});
