/** The stages of a reproduction on small scripts: done once, skipped when nothing changed, taken up again, and named when they fail. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reproduction } from '../../../src/results/reproduce';
import { readRecord } from '../../../training/reproduce/record';
import { runAll } from '../../../training/reproduce/run-all';
import { sourceClosure } from '../../../training/reproduce/source-closure';
import { type Stage, stagesOf } from '../../../training/reproduce/stages';
import { duration, secondsLeft } from '../../../training/reproduce/time-left';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let root: string;
let code: string;
beforeEach(() => {
  [root, code] = ['root', 'code'].map((name) => mkdtempSync(join(tmpdir(), `reproduce-${name}-`))) as [string, string];
  folders.push(root, code);
  mkdirSync(join(code, 'training'));
  writeFileSync(join(code, 'package-lock.json'), '{}');
  writeFileSync(join(code, 'training', 'double.ts'), 'export const double = (text: string) => text + text;\n');
  writeFileSync(join(code, 'training', 'first.ts'), script("writeFileSync('a.txt', double('a'));"));
  writeFileSync(
    join(code, 'training', 'second.ts'),
    script("writeFileSync('b.txt', double(readFileSync('a.txt', 'utf8')) + (process.argv[2] ?? ''));"),
  );
});

/** A script that also counts how often it was run. */
const script = (body: string): string =>
  `import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { double } from './double';
appendFileSync('runs.txt', basename(process.argv[1]!, '.ts') + ' ');
void [readFileSync, writeFileSync, double];
${body}
`;

const first: Stage = { name: 'first', script: 'first.ts', args: [], reads: [], makes: ['a.txt'], minutes: 1 };
const second: Stage = { name: 'second', script: 'second.ts', args: [], reads: ['a.txt'], makes: ['b.txt'], minutes: 1 };

async function run(stages: readonly Stage[] = [first, second], signal = new AbortController().signal) {
  const lines: string[] = [];
  const done = await runAll({
    stages,
    trial: true,
    root,
    code,
    signal,
    show: () => undefined,
    print: (line) => lines.push(line),
  });
  return { done, lines };
}
const runs = (): string[] => readFileSync(join(root, 'runs.txt'), 'utf8').trim().split(' ');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

describe('stages', () => {
  test('run in order, and not again while nothing changed', async () => {
    expect((await run()).done).toBe(true);
    expect(read('b.txt')).toBe('aaaa');
    const { lines } = await run();
    expect(lines).toEqual(['1/2 first: done before, skipped', '2/2 second: done before, skipped']);
    expect(runs()).toEqual(['first', 'second']);
  });

  test('run again where an argument, an input or an output is another', async () => {
    await run();
    await run([first, { ...second, args: ['!'] }]);
    expect(read('b.txt')).toBe('aaaa!');
    writeFileSync(join(root, 'a.txt'), 'changed'); // no longer what the first stage made
    await run([first, { ...second, args: ['!'] }]);
    expect(read('b.txt')).toBe('aaaa!');
    expect(runs()).toEqual(['first', 'second', 'second', 'first']);
  });

  test('run again where the source is another, imports included', async () => {
    await run();
    writeFileSync(join(code, 'training', 'double.ts'), 'export const double = (text: string) => text + text + text;\n');
    await run();
    expect(read('b.txt')).toBe('aaa'.repeat(3));
  });

  test('that fail are named with their last words; what was done before them stays done', async () => {
    writeFileSync(join(code, 'training', 'second.ts'), "throw new Error('no paint left');\n");
    await expect(run()).rejects.toThrow(/second ended with 1:[\s\S]*no paint left[\s\S]*second\.log/);
    expect(readRecord(root, true).stages.first?.outputs).toBeDefined();
    expect(readRecord(root, true).stages.second?.outputs).toBeUndefined();
    await expect(run()).rejects.toThrow(/no paint left/);
    expect(runs()).toEqual(['first']);
  });

  test('that make less than they should are not done', async () => {
    await expect(run([{ ...first, makes: ['a.txt', 'c.txt'] }])).rejects.toThrow(/not all of a\.txt, c\.txt is there/);
  });

  test('begun anew lose what an earlier run left; taken up again they keep it', async () => {
    const body =
      "appendFileSync('left/steps.txt', 'x'); if (readFileSync('left/steps.txt', 'utf8').length < 2) process.exit(3); writeFileSync('a.txt', '');";
    writeFileSync(
      join(code, 'training', 'first.ts'),
      script(`import { mkdirSync } from 'node:fs';\nmkdirSync('left', { recursive: true });\n${body}`),
    );
    mkdirSync(join(root, 'left'));
    writeFileSync(join(root, 'left', 'steps.txt'), 'of another time');
    const stage = { ...first, discards: ['left'] };
    await expect(run([stage])).rejects.toThrow(/ended with 3/);
    expect(read('left/steps.txt')).toBe('x');
    expect((await run([stage])).done).toBe(true);
    expect(read('left/steps.txt')).toBe('xx');
  });

  test('stop when told, and are not taken for done', async () => {
    writeFileSync(
      join(code, 'training', 'first.ts'),
      "process.on('SIGINT', () => process.exit(0)); setInterval(() => undefined, 1000);\n",
    );
    const stop = new AbortController();
    const running = run([first], stop.signal);
    setTimeout(() => stop.abort(), 1500);
    const { done, lines } = await running;
    expect(done).toBe(false);
    expect(lines[0]).toMatch(/^1\/1 first: stopped after .* the same command goes on from here$/);
    expect(readRecord(root, true).stages.first?.outputs).toBeUndefined();
  });
});

describe('the plan', () => {
  test('names scripts that exist, and reads only what is given or made before', () => {
    for (const trial of [true, false]) {
      const made = new Set<string>();
      for (const { script: name, reads, makes } of stagesOf(trial)) {
        expect(existsSync(join('training', name)), name).toBe(true);
        expect(reads.filter((path) => !made.has(path))).toEqual([]);
        for (const path of makes) made.add(path);
      }
    }
  });

  test('trains with a number of workers that does not depend on the machine', () => {
    for (const trial of [true, false])
      for (const { name, args } of stagesOf(trial).filter((stage) => /^(train|compare|decoders)/.test(stage.name)))
        expect(args, name).toContain('--workers');
  });

  test('counts the threads of a training among its source, and no other command', () => {
    const files = sourceClosure('training/train.ts').map((path) => path.replaceAll('\\', '/'));
    const has = (end: string) => files.some((path) => path.endsWith(end));
    expect(['training/run/rank.ts', 'training/runtime/boot.mjs', 'src/model/trainer.ts'].filter((end) => !has(end))).toEqual([]);
    expect(['training/maps.ts', 'training/figures.ts'].filter(has)).toEqual([]);
  });
});

describe('time left', () => {
  const stages = [10, 20, 30].map((minutes, i): Stage => ({ ...first, name: String(i), minutes }));
  const record = (seconds: number): Reproduction => ({
    machine: { processor: 'x', cores: 2, node: 'v20' },
    trial: false,
    stages: { 0: { inputs: '', outputs: 'done', seconds } },
  });

  test('is the plan, by the pace of what is done', () => {
    expect(secondsLeft(stages, stages.slice(1), { ...record(0), stages: {} }, 0, undefined)).toBe(3000);
    expect(secondsLeft(stages, stages.slice(1), record(1200), 0, undefined)).toBe(6000);
    expect(secondsLeft(stages, stages.slice(1), record(1200), 400, undefined)).toBe(5600);
  });

  test('follows the share that a training says is done', () => {
    expect(secondsLeft(stages, stages.slice(1), record(600), 300, 0.25)).toBe(900 + 1800);
  });

  test('is said in words', () => {
    expect([45, 600, 7500].map(duration)).toEqual(['45 s', '10 min', '2 h 5 min']);
  });
});
