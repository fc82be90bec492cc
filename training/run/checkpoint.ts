/** Checkpoints of a training run: everything it needs to go on exactly. */
import { join } from 'node:path';
import { sameHashes } from '../same-hashes';
import { type RunOptions, runOptionsSchema } from './options';
import { loadSnapshot, type Saved, saveSnapshot } from './snapshot-file';

export type Checkpoint = Saved<RunOptions>;

/** Where a run keeps its checkpoint; runs for one codebook size alone are kept apart. */
export const checkpointPath = (folder: string, { model, only }: Pick<RunOptions, 'model' | 'only'>): string =>
  join(folder, `${model}${only === undefined ? '' : `-only-${only}`}.ckpt`);

export const saveCheckpoint = (path: string, checkpoint: Checkpoint): void => saveSnapshot(path, checkpoint);

/** Throws with the file's name where it is missing or is no checkpoint. */
export const loadCheckpoint = (path: string): Checkpoint => loadSnapshot(path, runOptionsSchema);

/** Throws where the run was trained on another dataset than this. @param path of its checkpoint */
export function checkData(path: string, { data }: Pick<RunOptions, 'data'>, now: RunOptions['data']): void {
  if (!sameHashes(data, now)) throw new Error(`${path} was trained on other data than data/ holds now`);
}
