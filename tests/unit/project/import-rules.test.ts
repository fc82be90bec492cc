/** The plan of the house holds: who imports whom, and that pure code stays pure. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { globalComplaints } from '../../../scripts/rules/check-globals';
import { importComplaints, roomOf } from '../../../scripts/rules/check-imports';
import { ROOMS } from '../../../scripts/rules/rooms';
import { sourceFiles } from '../../../scripts/rules/source-files';

/** A small repository on disk, with the files given. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'house-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [path, text] of Object.entries({ 'tsconfig.json': '{}', 'package.json': '{}', ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

test('every import of the project keeps to the plan', async () => {
  expect(await importComplaints(process.cwd(), ['src', 'training', 'scripts'])).toEqual([]);
});

test('the plan names only rooms that it has', () => {
  const names = new Set(ROOMS.map(({ name }) => name));
  for (const room of ROOMS)
    expect(
      [...room.rooms, ...room.types].filter((name) => !names.has(name)),
      room.name,
    ).toEqual([]);
});

test('every source file belongs to a room', () => {
  expect(sourceFiles(['src', 'training', 'scripts']).filter((path) => !roomOf(path))).toEqual([]);
});

test.each([
  ['a model that reads the page', { 'src/model/a.ts': "import '../ui/b';", 'src/ui/b.ts': '' }, 'model may not import ui'],
  [
    'a lab that imports another',
    { 'src/labs/a/x.ts': "import '../b/y';", 'src/labs/b/y.ts': '' },
    'a lab may not import another lab',
  ],
  ['Node in the page', { 'src/app/a.ts': "import 'node:fs';" }, "app may not import Node's modules"],
  [
    'a package that a room has no use for',
    {
      'package.json': '{ "dependencies": { "@tensorflow/tfjs-core": "1.0.0" } }',
      'node_modules/@tensorflow/tfjs-core/package.json':
        '{ "name": "@tensorflow/tfjs-core", "version": "1.0.0", "main": "index.js" }',
      'node_modules/@tensorflow/tfjs-core/index.js': '',
      'src/labs/a/x.ts': "import '@tensorflow/tfjs-core';",
    },
    'labs may not import the package @tensorflow/tfjs-core',
  ],
  ['a package that is not there', { 'src/labs/a/x.ts': "import '@tensorflow/tfjs-core';" }, 'there is no such file or package'],
  [
    'types are not values',
    { 'src/ui/a.ts': "import { b } from '../model/types'; b;", 'src/model/types.ts': 'export const b = 1;' },
    'ui may not import model/types',
  ],
  [
    'a circle',
    {
      'src/ui/a.ts': "import { b } from './b'; export const a = b;",
      'src/ui/b.ts': "import { a } from './a'; export const b = a;",
    },
    'a circle',
  ],
  ['a file outside the plan', { 'src/elsewhere/a.ts': "import './b';", 'src/elsewhere/b.ts': '' }, 'the file belongs to no room'],
])('the check finds %s', async (_, files, reason) => {
  const complaints = await importComplaints(await repository(files), ['src']);
  expect(complaints.join('\n')).toContain(reason);
});

test('types may cross where values may not', async () => {
  const files = {
    'src/ui/a.ts': "import type { B } from '../model/types'; export type A = B;",
    'src/model/types.ts': 'export type B = 1;',
  };
  expect(await importComplaints(await repository(files), ['src'])).toEqual([]);
});

test('pure rooms touch neither page, network, clock nor chance', () => {
  expect(sourceFiles(['src']).flatMap((path) => globalComplaints(path))).toEqual([]);
});

test.each(['Math.random()', 'new Date()', 'fetch("x")', 'document.title', 'globalThis.performance.now()', 'f(process)'])(
  'the check finds %s',
  (code) => {
    expect(globalComplaints('src/model/example.ts', `export const value = ${code};`)).toHaveLength(1);
    expect(globalComplaints('src/app/example.ts', `export const value = ${code};`)).toEqual([]);
  },
);

test.each([
  'interface A { Date: number }',
  'const x = a.performance',
  'function f(window: number) { return window; }',
  '// Math.random()',
])('the check lets %s pass', (code) => {
  expect(globalComplaints('src/model/example.ts', code)).toEqual([]);
});
