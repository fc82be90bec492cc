/** The project's own files that a script is made of: what it imports, and the threads that it starts. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** How a file without its ending is found. */
const ENDINGS = ['', '.ts', '.tsx'];
/** Modules and files beside a module, as threads and tables are named. */
const BESIDE = /new URL\('(\.[^']+)', import\.meta\.url\)/g;

function namedIn(path: string, text: string): string[] {
  if (!/\.(tsx?|mjs)$/.test(path)) return [];
  const imported = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  return [...imported, ...[...text.matchAll(BESIDE)].map(([, name = '']) => name)].filter((name) => name.startsWith('.'));
}

/** Paths of the entry and of everything it reaches, sorted. Packages are left to the lock file. Throws where the entry is missing. */
export function sourceClosure(entry: string): string[] {
  const found = new Set<string>();
  const open = [resolve(entry)];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    for (const name of namedIn(path, readFileSync(path, 'utf8'))) {
      const target = join(dirname(path), name);
      const file = ENDINGS.map((ending) => target + ending).find((candidate) => existsSync(candidate));
      if (file && /\.\w+$/.test(file)) open.push(file);
    }
  }
  return [...found].sort();
}
