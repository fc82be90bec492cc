/** The record of a reproduction, kept beside its checkpoints. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { type Reproduction, reproductionSchema } from '../../src/results/reproduce';

const recordPath = (root: string): string => join(root, 'checkpoints', 'reproduce.json');

/** What is remembered below `root`; empty where nothing is, or what is there is of the other kind of run. */
export function readRecord(root: string, trial: boolean): Reproduction {
  const machine = { processor: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), node: process.version };
  const path = recordPath(root);
  const parsed = existsSync(path) ? reproductionSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
  const stages = parsed?.success && parsed.data.trial === trial ? parsed.data.stages : {};
  return { machine, trial, stages: { ...stages } };
}

/** Writes beside the old file, then replaces it, so that an interrupted write loses nothing. */
export function writeRecord(root: string, record: Reproduction): void {
  const path = recordPath(root);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, `${JSON.stringify(reproductionSchema.parse(record), null, 1)}\n`);
  renameSync(`${path}.part`, path);
}
