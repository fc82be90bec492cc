import { beforeAll, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { principalComponents, project } from '../../../training/experiments/pca';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(initWasm);

const DIM = 40;
const DEVIATIONS = [9, 5, 2];

/** Rows about a mean of 3 that vary by the given deviations along the first axes, and hardly along the others. */
function rows(count: number): Float32Array {
  const rng = createRng('rows');
  return Float32Array.from({ length: count * DIM }, (_, i) => 3 + rng.normal() * (DEVIATIONS[i % DIM] ?? 0.05));
}

test('finds the axes along which the rows vary most, in order, with their variances', () => {
  const samples = 2000;
  const { components, variances, mean, count } = principalComponents(rows(samples), DIM, 3, createRng(1));
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
  const pca = principalComponents(data, DIM, 3, createRng(2));
  const codes = project(pca, data.subarray(0, DIM));
  const restored = Float32Array.from(pca.mean, (value, d) =>
    codes.reduce((sum, code, c) => sum + code * (pca.components[c * DIM + d] as number), value),
  );
  restored.forEach((value, d) => {
    expect(value).toBeCloseTo(data[d] as number, 3);
  });
});

test('asks no more components of few rows than they have', () => {
  expect(principalComponents(rows(5), DIM, 16, createRng(3)).count).toBe(4);
});
