/** What the page asks for a moment after it has come to life: the lab that it opens with, the engine's client and its worker. */
import { basename } from 'node:path';
import type { Rolldown } from 'vite';

/** Modules that the page's own script imports as soon as it runs, by the end of their paths. */
const IMPORTED_AT_ONCE = ['src/engine/client.ts', 'src/labs/compare/CompareLab.tsx'] as const;

const WORKER = /^assets\/worker-[^/]+\.js$/;
/** Static imports, as they are written in the worker's minified modules. */
const STATIC_IMPORT = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;

function withImports(bundle: Rolldown.OutputBundle, file: string, found: Set<string>): void {
  const output = bundle[file];
  if (found.has(file) || output?.type !== 'chunk') return;
  found.add(file);
  for (const next of output.imports) withImports(bundle, next, found);
}

/**
 * Files of scripts beside the page's own, in the order in which they are wanted.
 * @throws Error where the build has none for one of them, so that a renamed module does not go unseen
 */
export function soonNeeded(bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  for (const module of IMPORTED_AT_ONCE) {
    const chunk = Object.values(bundle).find((output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(module));
    if (!chunk) throw new Error(`the build has no chunk for ${module}`);
    withImports(bundle, chunk.fileName, found);
  }
  const worker = Object.values(bundle).find(({ fileName }) => WORKER.test(fileName));
  if (worker?.type !== 'asset') throw new Error('the build has no worker');
  const source = Buffer.from(worker.source).toString('utf8');
  const ofWorker = [...source.matchAll(STATIC_IMPORT)].map(([, file = '']) => file);
  return [worker.fileName, ...ofWorker, ...found].map((file) => basename(file));
}
