/** A stage of the decoders' run: several trainers that step side by side, kept in one checkpoint. */
import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import type { StepReport, Trainer, TrainerSnapshot } from '../../src/model/trainer';
import type { ParamArrays } from '../../src/model/types';
import { loadSnapshot, saveSnapshot } from '../run/snapshot-file';
import type { SharedCollective } from '../runtime/shared-collective';
import { type Plan, planSchema } from './plan';

const CHECKPOINT_MS = 60_000;

type Kept = Pick<Trainer<never>, 'stepsDone' | 'snapshot' | 'restore'>;

export interface Stage {
  readonly name: string;
  readonly plan: Plan;
  readonly steps: number;
  readonly trainers: Readonly<Record<string, Kept>>;
  /** Where the stage keeps its checkpoint. */
  readonly path: string;
  /** One update of every trainer. @param step updates made before */
  next(step: number): Promise<Readonly<Record<string, StepReport>>>;
}

const optionsSchema = z.object({ stage: z.string(), plan: planSchema });
const SECTIONS = ['params', 'first', 'second', 'buffers'] as const;

const renamed = (arrays: ParamArrays, rename: (name: string) => string | undefined): ParamArrays =>
  Object.fromEntries(
    Object.entries(arrays).flatMap(([name, array]) => {
      const other = rename(name);
      return other === undefined ? [] : [[other, array]];
    }),
  );

function mapped(snapshot: TrainerSnapshot, rename: (name: string) => string | undefined): TrainerSnapshot {
  const sections = SECTIONS.map((section) => [section, renamed(snapshot[section], rename)] as const);
  return { ...snapshot, ...(Object.fromEntries(sections) as Record<(typeof SECTIONS)[number], ParamArrays>) };
}

/** One snapshot of several trainers of the same step, their names before those of their parameters. */
export function joinSnapshots(snapshots: Readonly<Record<string, TrainerSnapshot>>): TrainerSnapshot {
  const parts = Object.entries(snapshots).map(([id, snapshot]) => mapped(snapshot, (name) => `${id}/${name}`));
  const [first] = parts;
  if (!first) throw new Error('no snapshots to join');
  const section = (name: (typeof SECTIONS)[number]): ParamArrays => Object.assign({}, ...parts.map((part) => part[name]));
  return {
    step: first.step,
    params: section('params'),
    first: section('first'),
    second: section('second'),
    buffers: section('buffers'),
  };
}

/** One trainer's part of a joined snapshot. */
export const partOf = (joined: TrainerSnapshot, id: string): TrainerSnapshot =>
  mapped(joined, (name) => (name.startsWith(`${id}/`) ? name.slice(id.length + 1) : undefined));

/** The checkpoint of the very same stage of the very same plan, where there is one. */
export function loadStage(path: string, stage: string, plan: Plan): TrainerSnapshot | undefined {
  if (!existsSync(path)) return undefined;
  const { options, snapshot } = loadSnapshot(path, optionsSchema);
  return JSON.stringify(options) === JSON.stringify({ stage, plan }) ? snapshot : undefined;
}

/**
 * Steps until done or told to stop; goes on from the checkpoint of the same stage.
 * @param report called by every rank after each step
 * @returns whether the stage is done
 */
export async function runStage(
  stage: Stage,
  collective: SharedCollective,
  report: (step: number, reports: Readonly<Record<string, StepReport>>) => void,
): Promise<boolean> {
  const { name, plan, path, trainers, steps } = stage;
  const saved = loadStage(path, name, plan);
  if (saved) for (const [id, trainer] of Object.entries(trainers)) trainer.restore(partOf(saved, id));
  let step = saved?.step ?? 0;
  collective.barrier(); // no rank may still be reading when rank 0 writes
  const save = (): void => {
    const snapshots = Object.fromEntries(Object.entries(trainers).map(([id, trainer]) => [id, trainer.snapshot()]));
    if (collective.rank === 0) saveSnapshot(path, { options: { stage: name, plan }, snapshot: joinSnapshots(snapshots) });
  };
  let savedAt = performance.now();
  while (step < steps && !collective.stopAgreed()) {
    const reports = await stage.next(step);
    step += 1;
    report(step, reports);
    if (performance.now() - savedAt < CHECKPOINT_MS) continue;
    save();
    savedAt = performance.now();
  }
  if (step > (saved?.step ?? 0)) save();
  return step >= steps;
}
