import { expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { normaliseRows, sphericalKMeans } from '../../../src/model/vqvae/k-means';

test('finds well separated directions', () => {
  const rng = createRng('k-means');
  const directions = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, -1],
  ];
  const noisy = Float32Array.from(
    { length: 900 },
    (_, i) => (directions[Math.floor(i / 3) % 3]?.[i % 3] as number) + 0.05 * rng.normal(),
  );
  const points = normaliseRows(noisy, 3);
  const { entries, counts } = sphericalKMeans(points, 3, 6, rng);
  const cosines = directions.map((direction) =>
    Math.max(
      ...Array.from({ length: 6 }, (_, k) =>
        direction.reduce((dot, value, d) => dot + value * (entries[k * 3 + d] as number), 0),
      ),
    ),
  );
  for (const cosine of cosines) expect(cosine).toBeGreaterThan(0.95);
  expect(counts.reduce((a, b) => a + b)).toBe(300);
});
