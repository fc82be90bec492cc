/** The command as a reader types it, on the published weights. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodingDocumentSchema } from '../../../src/engine/encoding-document-schema';
import { scene } from '../import/picture-files';

const folder = mkdtempSync(join(tmpdir(), 'command-'));
const good = join(folder, 'good.png');
const empty = join(folder, 'empty.jpg');
beforeAll(async () => {
  writeFileSync(good, await scene().png().toBuffer());
  writeFileSync(empty, '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Each start loads tfjs anew: seconds, and many of them on a machine that is training. */
const PATIENCE = 300_000;

const START = ['--import', 'tsx', 'training/encode.ts'];

function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...START, ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

it('prints nothing but a line a good picture, a sentence for the bad one, and ends with 1', async () => {
  const { code, stdout, stderr } = await command(empty, good, '--json', '--grid', '8', '--codebook', 'inf');
  expect(code).toBe(1);
  expect(stderr).toContain('“empty.jpg” is empty: the file holds 0 bytes.');
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(encodingDocumentSchema.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({
    image: good,
    grid: 8,
    codebook: 'inf',
    tokens: [],
  });
});

it(
  'ends with 0 where all went well, and says what a wrong option may be',
  async () => {
    expect(await command(good)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('good.png\n') });
    expect(await command(good, '--codebook', '5')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('one of 2, 4, 8'),
    });
  },
  PATIENCE,
);

it(
  'takes paths from where npm was called, and ends quietly where nobody reads on',
  async () => {
    const env = { ...process.env, npm_lifecycle_event: 'encode', INIT_CWD: folder };
    const child = spawn(process.execPath, [...START, 'good.png', '--out', 'drawn'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(complaints).toBe('');
    expect(existsSync(join(folder, 'drawn.png'))).toBe(true);
  },
  PATIENCE,
);
