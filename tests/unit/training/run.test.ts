/** What becomes of an earlier run's files where a new one is asked for, and which checkpoints are not exported. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Dataset } from '../../../training/dataset';
import { exportModel } from '../../../training/export';
import { saveCheckpoint } from '../../../training/run/checkpoint';
import { newOptions } from '../../../training/run/flags';
import { runTraining } from '../../../training/run/run';
import { setAside } from '../../../training/run/set-aside';

const DATA = { data: 'a', split: 'b' };
const DATASET = { sha256: DATA } as Dataset;

let folder: string;
let [checkpoint, log] = ['', ''];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'));
  [checkpoint, log] = [join(folder, 'vqvae-8.ckpt'), join(folder, 'vqvae-8.log')];
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a run that is refused leaves the earlier one as it was', async () => {
  writeFileSync(checkpoint, 'weights');
  writeFileSync(log, 'steps');
  const options = newOptions('vqvae-8', { workers: 3 }, DATA);
  const refused = runTraining({ options, dataset: DATASET, checkpoint, start: 'nothing', checkpointSeconds: 60 });
  await expect(refused).rejects.toThrow('the batch of 16 does not divide into 3 workers × 4 groups');
  expect([checkpoint, log].map((path) => readFileSync(path, 'utf8'))).toEqual(['weights', 'steps']);
});

test('what is set aside stands beside what was set aside before', () => {
  for (const text of ['one', 'two']) {
    writeFileSync(checkpoint, text);
    if (text === 'two') writeFileSync(log, text);
    setAside([checkpoint, log]);
  }
  expect(readdirSync(folder).sort()).toEqual(['vqvae-8.ckpt.before', 'vqvae-8.ckpt.before-2', 'vqvae-8.log.before-2']);
  expect(readFileSync(`${checkpoint}.before`, 'utf8')).toBe('one');
  expect(existsSync(checkpoint)).toBe(false);
});

test('a checkpoint in mid-run, or of other data, is not exported', async () => {
  const options = newOptions('vqvae-8', { steps: [8] }, DATA);
  const save = (step: number) =>
    saveCheckpoint(checkpoint, { options, snapshot: { step, params: {}, first: {}, second: {}, buffers: {} } });
  save(5);
  await expect(exportModel(checkpoint, DATASET)).rejects.toThrow(/at step 5 of 8; `npm run train -- vqvae-8 --resume`/);
  save(8);
  const other = { sha256: { ...DATA, data: 'c' } } as Dataset;
  await expect(exportModel(checkpoint, other)).rejects.toThrow(/was trained on other data/);
});
