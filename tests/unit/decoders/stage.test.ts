/** Several trainers in one checkpoint: each gets back its own, and only from the same plan. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrainerSnapshot } from '../../../src/model/trainer';
import { type Plan, planSchema, TRIAL } from '../../../training/decoders/plan';
import { joinSnapshots, loadStage, partOf } from '../../../training/decoders/stage';
import { saveSnapshot } from '../../../training/run/snapshot-file';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stage-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const plan: Plan = planSchema.parse({
  ...TRIAL,
  seeds: [1],
  workers: 2,
  concepts: { train: 4, test: 2 },
  weights: { contrastive: 'a' },
  data: { data: 'b', split: 'c' },
});

function snapshot(value: number): TrainerSnapshot {
  const arrays = (offset: number) => ({ 'in/kernel': { shape: [2], values: Float32Array.of(value, value + offset) } });
  return {
    step: 7,
    params: arrays(1),
    first: arrays(2),
    second: arrays(3),
    buffers: { mean: { shape: [1], values: Float32Array.of(value) } },
  };
}

test('each trainer gets back its own part, also where one name begins like another', () => {
  const joined = joinSnapshots({ tokens: snapshot(10), 'tokens-16': snapshot(20) });
  expect(partOf(joined, 'tokens')).toEqual(snapshot(10));
  expect(partOf(joined, 'tokens-16')).toEqual(snapshot(20));
});

test('a checkpoint is taken up by the same stage of the same plan alone', () => {
  const path = join(folder, 'seed-1.ckpt');
  saveSnapshot(path, { options: { stage: 'seed 1', plan }, snapshot: joinSnapshots({ pooled: snapshot(1) }) });
  const loaded = loadStage(path, 'seed 1', plan);
  expect(loaded && partOf(loaded, 'pooled')).toEqual(snapshot(1));
  expect(loadStage(path, 'seed 2', plan)).toBeUndefined();
  expect(loadStage(path, 'seed 1', { ...plan, weights: { contrastive: 'z' } })).toBeUndefined();
  expect(loadStage(join(folder, 'none.ckpt'), 'seed 1', plan)).toBeUndefined();
});
