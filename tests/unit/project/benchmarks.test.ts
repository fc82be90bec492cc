/** The published measurements of speed: each of the form that its command writes today. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { benchSchema } from '../../../src/results/bench';
import { benchTrainSchema } from '../../../src/results/bench-train';
import { draggingSchema } from '../../../src/results/dragging';
import { openingsSchema } from '../../../src/results/opening';

test.each([
  ['bench', benchSchema],
  ['bench-train', benchTrainSchema],
  ['dragging', draggingSchema],
  ['opening', openingsSchema],
])('public/results/%s.json', (name, schema) => {
  expect(() => schema.parse(JSON.parse(readFileSync(`public/results/${name}.json`, 'utf8')))).not.toThrow();
});
