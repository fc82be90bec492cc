/** Runs one stage as a process of its own, what it prints in a log, and tells how far it is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCheckpoint } from '../run/checkpoint';
import type { Stage } from './stages';

const TELL_MS = 1000;
/** Lines of the log that are shown when a stage fails. */
const LAST_LINES = 15;

/** A stage that ended with an error, its last words in the message. */
export class StageError extends Error {}

/** The share of a training run that is done, from the log beside its checkpoint. */
function shareDone({ resume }: Stage, root: string): number | undefined {
  if (!resume) return undefined;
  const log = join(root, resume.checkpoint.replace(/\.ckpt$/, '.log'));
  if (!existsSync(log)) return undefined;
  const last = readFileSync(log, 'utf8').trimEnd().split('\n').at(-1);
  const step = /"step":(\d+)/.exec(last ?? '')?.[1];
  return step === undefined ? undefined : Number(step) / resume.steps;
}

/** How a training is taken up that a run with the same inputs had begun; one that is over only writes its weights again. */
function resumeFlags({ resume }: Stage, root: string, isSame: boolean): string[] {
  if (!resume || !isSame) return [];
  const path = join(root, resume.checkpoint);
  return existsSync(path) && loadCheckpoint(path).options.steps === resume.steps ? ['--resume'] : [];
}

export interface StageRun {
  readonly root: string;
  /** Folder of the repository. */
  readonly code: string;
  /** Whether a run with the same inputs had begun it. */
  readonly isSame: boolean;
  /** Aborted to stop; the stage then saves what it can. */
  readonly signal: AbortSignal;
  tell(share: number | undefined): void;
}

/** @throws StageError */
export async function runStage(stage: Stage, { root, code, isSame, signal, tell }: StageRun): Promise<void> {
  const logs = join(root, 'checkpoints', 'reproduce');
  mkdirSync(logs, { recursive: true });
  const logPath = join(logs, `${stage.name.replaceAll(' ', '-')}.log`);
  const log = openSync(logPath, 'w');
  const args = [...stage.args, ...resumeFlags(stage, root, isSame)];
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(code, 'training', stage.script), ...args], {
    cwd: root,
    stdio: ['ignore', log, log],
  });
  const stop = () => child.kill('SIGINT');
  signal.addEventListener('abort', stop);
  const timer = setInterval(() => tell(shareDone(stage, root)), TELL_MS);
  try {
    const [exit] = (await once(child, 'close')) as [number | null];
    if (exit === 0 || signal.aborted) return;
    const words = readFileSync(logPath, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).join('\n');
    throw new StageError(`${stage.name} ended with ${exit ?? 'a signal'}:\n${words}\nAll of it is in ${logPath}.`);
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
    closeSync(log);
  }
}
