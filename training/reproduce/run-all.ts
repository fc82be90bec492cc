/** Goes through the stages: skips what is done with the same inputs, runs the rest, keeps the record, says how long it will take. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inputsOf, isWhole, outputsOf } from './fingerprint';
import { readRecord, writeRecord } from './record';
import { runStage, StageError } from './run-stage';
import type { Stage } from './stages';
import { duration, secondsLeft } from './time-left';

export interface ReproduceOptions {
  readonly stages: readonly Stage[];
  readonly trial: boolean;
  /** Everything is read and written below it. */
  readonly root: string;
  /** Folder of the repository. */
  readonly code: string;
  readonly signal: AbortSignal;
  /** Shows the state of the stage under way, in place of what was shown of it before. */
  show(line: string): void;
  /** Prints a line that stays. */
  print(line: string): void;
}

/** True when all stages are done, false when it was stopped. @throws StageError */
export async function runAll({ stages, trial, root, code, signal, show, print }: ReproduceOptions): Promise<boolean> {
  const record = readRecord(root, trial);
  for (const [index, stage] of stages.entries()) {
    const title = `${index + 1}/${stages.length} ${stage.name}`;
    const inputs = inputsOf(stage, root, code);
    const before = record.stages[stage.name];
    const same = before?.inputs === inputs;
    if (same && before.outputs !== undefined && before.outputs === outputsOf(stage, root) && isWhole(stage, root)) {
      print(`${title}: done before, skipped`);
      continue;
    }
    // Of what was begun or done with the same inputs, only what is missing is made.
    if (!same) for (const path of stage.discards ?? []) rmSync(join(root, path), { recursive: true, force: true });
    const earlier = same ? before.seconds : 0;
    const begun = performance.now();
    const spent = (): number => earlier + (performance.now() - begun) / 1000;
    const remember = (outputs?: string): void => {
      record.stages[stage.name] = { inputs, seconds: spent(), ...(outputs !== undefined && { outputs }) };
      writeRecord(root, record);
    };
    remember();
    const left = (share?: number): string => duration(secondsLeft(stages, stages.slice(index), record, spent(), share));
    const tell = (share: number | undefined): void => show(`${title}: ${duration(spent())}, about ${left(share)} left in all`);
    tell(undefined);
    try {
      await runStage(stage, { root, code, isSame: same, signal, tell });
    } catch (error) {
      remember();
      throw error;
    }
    if (signal.aborted) {
      remember();
      print(`${title}: stopped after ${duration(spent())}; the same command goes on from here`);
      return false;
    }
    const outputs = outputsOf(stage, root);
    if (outputs === undefined)
      throw new StageError(`${stage.name} ended well, but not all of ${stage.makes.join(', ')} is there`);
    remember(outputs);
    print(`${title}: ${duration(spent())}`);
  }
  return true;
}
