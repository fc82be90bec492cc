/** What the page asks for a moment after it has come to life: the opening lab, its checks, the engine's client and worker. */
import { basename } from 'node:path';
import type { Rolldown } from 'vite';

/** Modules by the end of their paths: the lab that the page opens with, and all that the page's own script imports before long. */
const OPENING_LAB = 'src/labs/compare/CompareLab.tsx';
const IMPORTED_AT_ONCE = ['src/engine/client.ts', OPENING_LAB, 'src/labs/shared/check-files.ts'] as const;

const WORKER = /^assets\/worker-[^/]+\.js$/;
/** Static imports, as they are written in the worker's minified modules. */
const STATIC_IMPORT = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;

function withImports(bundle: Rolldown.OutputBundle, file: string, found: Set<string>): void {
  const output = bundle[file];
  if (found.has(file) || output?.type !== 'chunk') return;
  found.add(file);
  for (const next of output.imports) withImports(bundle, next, found);
}

/** Throws where the build has no chunk for the module, so that a renamed one does not go unseen. */
function chunkOf(bundle: Rolldown.OutputBundle, module: string): Rolldown.OutputChunk {
  const chunk = Object.values(bundle).find((output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(module));
  if (chunk?.type !== 'chunk') throw new Error(`the build has no chunk for ${module}`);
  return chunk;
}

/** Files of the styles of the lab that the page opens with, which is part of the page before any script has run. */
export function stylesOfOpeningLab(bundle: Rolldown.OutputBundle): string[] {
  const chunks = new Set<string>();
  withImports(bundle, chunkOf(bundle, OPENING_LAB).fileName, chunks);
  const styles = [...chunks].flatMap((file) => [...((bundle[file] as Rolldown.OutputChunk).viteMetadata?.importedCss ?? [])]);
  return [...new Set(styles)];
}

/**
 * Files of scripts beside the page's own, in the order in which they are wanted.
 * @throws Error where the build has none for one of them, so that a renamed module does not go unseen
 */
export function soonNeeded(bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  for (const module of IMPORTED_AT_ONCE) withImports(bundle, chunkOf(bundle, module).fileName, found);
  const worker = Object.values(bundle).find(({ fileName }) => WORKER.test(fileName));
  if (worker?.type !== 'asset') throw new Error('the build has no worker');
  const source = Buffer.from(worker.source).toString('utf8');
  const ofWorker = [...source.matchAll(STATIC_IMPORT)].map(([, file = '']) => file);
  return [worker.fileName, ...ofWorker, ...found].map((file) => basename(file));
}
