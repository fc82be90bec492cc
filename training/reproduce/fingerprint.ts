/** Hashes by which a stage knows whether what it reads, and what it made, is still the same. */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sourceClosure } from './source-closure';
import type { Stage } from './stages';

function addFile(hash: Hash, path: string, name: string): void {
  const bytes = readFileSync(path);
  hash.update(`${name}\0${bytes.length}\0`).update(bytes);
}

/** Adds files, and folders with all below them, by name and content; a missing one by its absence. */
function addPaths(hash: Hash, root: string, paths: readonly string[]): void {
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) hash.update(`${path}\0missing\0`);
    else if (statSync(full).isFile()) addFile(hash, full, path);
    else {
      addPaths(
        hash,
        root,
        readdirSync(full)
          .sort()
          .map((name) => `${path}/${name}`),
      );
    }
  }
}

/** Of a stage's command, its source and what it reads. @param root folder that it is run in @param code folder of the repository */
export function inputsOf({ script, args, reads }: Stage, root: string, code: string): string {
  const hash = createHash('sha256').update(JSON.stringify([script, args]));
  addFile(hash, join(code, 'package-lock.json'), 'package-lock.json');
  for (const path of sourceClosure(join(code, 'training', script))) addFile(hash, path, relative(code, path));
  addPaths(hash, root, reads);
  return hash.digest('hex');
}

/** Whether the files are there that it makes and later stages add to. */
export const isWhole = ({ begins = [] }: Stage, root: string): boolean => begins.every((path) => existsSync(join(root, path)));

/** Of what a stage made; undefined where some of it is missing. */
export function outputsOf({ makes }: Stage, root: string): string | undefined {
  if (makes.some((path) => !existsSync(join(root, path)))) return undefined;
  const hash = createHash('sha256');
  addPaths(hash, root, makes);
  return hash.digest('hex');
}
