/** The training command as a user runs it: interrupted, resumed, repeated. Needs the built dataset. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCheckpoint } from '../../../training/run/checkpoint';
import type { Progress } from '../../../training/run/rank';

const MINUTES = 60_000;
/** It is over at the first, late enough to be interrupted before, and then made longer, the learning rate anew. */
const ENDS = [8, 10];
const RESTART = ['--restarts', `${ENDS[0]}:0.001`];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'train-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function trainModel(model: string, folder: string, steps: readonly number[], ...flags: string[]): ChildProcess {
  const length = steps.length > 0 ? ['--steps', ...steps.map(String)] : [];
  const fixed = [...length, '--batch', '8', '--workers', '2', '--no-export', '--folder', join(root, folder)];
  return spawn(process.execPath, ['--import', 'tsx', 'training/train.ts', model, ...fixed, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const train = (folder: string, steps: readonly number[], ...flags: string[]): ChildProcess =>
  trainModel('vqvae-8', folder, steps, ...flags);

async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

const logOf = (folder: string): Progress[] => {
  const path = join(root, folder, 'vqvae-8.log');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Progress);
};

const curve = (folder: string) => logOf(folder).map(({ step, loss, gradientNorm }) => ({ step, loss, gradientNorm }));

test(
  'Ctrl-C saves; --resume then follows the curve of an unbroken run to the bit, made longer and begun anew too',
  async () => {
    expect((await ended(train('whole', ENDS, ...RESTART))).code).toBe(0);

    const broken = train('broken', ENDS.slice(0, 1));
    const interrupted = ended(broken);
    while (logOf('broken').length < 1 && broken.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    broken.kill('SIGINT');
    const { code, stderr } = await interrupted;
    expect(code).toBe(130);
    expect(stderr).toContain('--resume');
    const { snapshot } = loadCheckpoint(join(root, 'broken', 'vqvae-8.ckpt'));
    expect(snapshot.step).toBe(logOf('broken').length);
    expect(snapshot.step).toBeLessThan(ENDS[0] as number);

    // As if it had been killed some steps after the checkpoint, in the middle of a line.
    appendFileSync(
      join(root, 'broken', 'vqvae-8.log'),
      `{"step":${snapshot.step + 1},"loss":0}\n{"step":${snapshot.step + 2},"lo`,
    );
    const early = await ended(train('broken', ENDS.slice(1), '--resume'));
    expect(early.code).toBe(1);
    expect(early.stderr).toContain('only a run that is over can be made longer');
    expect((await ended(train('broken', [], '--resume'))).code).toBe(0);
    expect((await ended(train('broken', ENDS.slice(1), '--resume', ...RESTART))).code).toBe(0);
    expect(curve('broken')).toEqual(curve('whole'));
    expect(curve('whole')).toHaveLength(ENDS[1] as number);
    const rates = logOf('whole').map(({ learningRate }) => learningRate);
    expect(rates.slice(ENDS[0])).toEqual([0.001 / 8, 0.001 / 4]); // warming up again, over as many steps as at first
  },
  15 * MINUTES,
);

test(
  'a run that cannot begin anew, and a checkpoint that is missing, cut short or of other data, are refused with a sentence',
  async () => {
    const stray = await ended(train('nowhere', ENDS, '--restarts', '9:0.001'));
    expect(stray.code).toBe(1);
    expect(stray.stderr).toContain('a run can begin anew only where it ended before, at 8');

    const missing = await ended(train('nowhere', [], '--resume'));
    expect(missing.code).not.toBe(0);
    expect(missing.stderr).toMatch(/no checkpoint at .*vqvae-8\.ckpt/);

    const path = join(root, 'whole', 'vqvae-8.ckpt');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 100));
    expect(() => loadCheckpoint(path)).toThrow(/cut short/);
    for (const length of [2, 1000]) {
      writeFileSync(path, bytes.subarray(0, length));
      expect(() => loadCheckpoint(path)).toThrow(/vqvae-8\.ckpt is cut short/);
    }
    writeFileSync(path, Buffer.from([2, 0, 0, 0, 0x5b, 0x5d, 0]));
    expect(() => loadCheckpoint(path)).toThrow(/vqvae-8\.ckpt is no checkpoint/);

    writeFileSync(join(root, 'whole', 'vqvae-16.ckpt'), bytes);
    const other = await ended(trainModel('vqvae-16', 'whole', [], '--resume'));
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('is of a run of vqvae-8, not of vqvae-16');
  },
  10 * MINUTES,
);
