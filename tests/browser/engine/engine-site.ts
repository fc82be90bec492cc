/** Builds and serves the engine's test page for one test file, with untrained weights beside it or the files given. */
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startStaticServer } from '../../../scripts/page/static-server';
import { wasmPlugin } from '../../../scripts/page/wasm-plugin';
import { createFixtureSite, type Site } from '../../unit/engine/fixture-site';

export interface EngineSite {
  readonly url: string;
  /** Folder of the built page. */
  readonly folder: string;
  close(): Promise<void>;
}

/** The built page, which is the same for all test files of a run. @returns its folder */
async function buildPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-page-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    root: fileURLToPath(new URL('./page', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [wasmPlugin()],
    worker: { format: 'es' },
    build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1_000, outDir: folder, emptyOutDir: true },
  });
  return folder;
}
let page: Promise<string> | undefined;

/** @param files by their path from the page's folder */
export async function serveEngineSite(files: Site = createFixtureSite()): Promise<EngineSite> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-site-'));
  page ??= buildPage();
  await cp(await page, folder, { recursive: true });
  for (const [path, bytes] of files) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const server = await startStaticServer({ folder, host: '127.0.0.1', port: 0 });
  return {
    url: server.url,
    folder,
    async close(): Promise<void> {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
