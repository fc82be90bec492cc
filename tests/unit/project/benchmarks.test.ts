/** The published measurements of speed: each of the form that its command writes today, and of what is published. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIRST_VIEW_LIMIT } from '../../../scripts/page/budget';
import { weightGroup } from '../../../src/model/weights';
import { benchSchema } from '../../../src/results/bench';
import { benchTrainSchema } from '../../../src/results/bench-train';
import { draggingSchema } from '../../../src/results/dragging';
import { openingsSchema } from '../../../src/results/opening';
import { readManifests } from '../../../training/figures/read-manifests';

const measured = (name: string): unknown => JSON.parse(readFileSync(`public/results/${name}.json`, 'utf8'));

test.each([
  ['bench', benchSchema],
  ['bench-train', benchTrainSchema],
  ['dragging', draggingSchema],
  ['opening', openingsSchema],
])('public/results/%s.json', (name, schema) => {
  expect(() => schema.parse(measured(name))).not.toThrow();
});

test('the forward passes were timed with the weights that are published', () => {
  const manifests = readManifests('public/models');
  expect(benchSchema.parse(measured('bench')).weights).toEqual({
    contrastive: weightGroup(manifests.contrastive, 'image').sha256,
    'vqvae-16': weightGroup(manifests['vqvae-16'], 'weights').sha256,
    'vqvae-8': weightGroup(manifests['vqvae-8'], 'weights').sha256,
  });
});

test('the first view was within its budget', () => {
  expect(openingsSchema.parse(measured('opening')).bytes).toBeLessThan(FIRST_VIEW_LIMIT);
});
