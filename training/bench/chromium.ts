/** The sections of the benchmark that run in Chromium, each on a fresh page of its own. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { ensureChromium } from '../../scripts/chromium/ensure';
import { CHROMIUM_FLAGS } from '../../scripts/chromium/flags';
import { startStaticServer } from '../../scripts/page/static-server';
import { wasmPlugin } from '../../scripts/page/wasm-plugin';
import type { BenchSection } from '../../src/results/bench';
import { MODELS_FOLDER } from '../stored-weights';
import type { SectionTask } from './node-section';
import type { RaceResult } from './race';

export interface ChromiumRuns {
  /** Chromium's version. */
  readonly version: string;
  readonly results: ReadonlyMap<BenchSection['backend'], readonly RaceResult[]>;
}

const fileOf = ({ id, onnx }: SectionTask['entries'][number]): string => `onnx/${id}-${onnx.batch}.onnx`;

/** Builds the page with models and ONNX files beside it. */
async function writeSite(folder: string, entries: SectionTask['entries']): Promise<void> {
  await build({
    root: fileURLToPath(new URL('./page', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [wasmPlugin()],
    build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 10_000, outDir: folder, emptyOutDir: true },
  });
  await cp(MODELS_FOLDER, join(folder, 'models'), { recursive: true });
  await mkdir(join(folder, 'onnx'));
  for (const entry of entries) await writeFile(join(folder, fileOf(entry)), entry.onnx.model);
}

async function runSection(page: Page, { backend, rounds, entries }: SectionTask): Promise<RaceResult[]> {
  await page.waitForFunction(() => 'benchPage' in globalThis);
  await page.evaluate((name) => benchPage.open(name), backend);
  const results: RaceResult[] = [];
  for (const entry of entries) {
    const { id, onnx } = entry;
    const call = { id, url: fileOf(entry), batch: onnx.batch, flops: onnx.flops, rounds };
    results.push(
      await page.evaluate(
        ({ id, url, batch, flops, rounds }): Promise<RaceResult> => benchPage.race(id, url, batch, flops, rounds),
        call,
      ),
    );
  }
  return results;
}

/** @param onResult told after each pass */
export async function runInChromium(
  tasks: readonly SectionTask[],
  onResult: (task: SectionTask, results: readonly RaceResult[]) => void,
): Promise<ChromiumRuns> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-page-'));
  const every = new Map(tasks.flatMap(({ entries }) => entries.map((entry) => [fileOf(entry), entry])));
  await writeSite(folder, [...every.values()]);
  const server = await startStaticServer({ folder, host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const results = new Map<BenchSection['backend'], readonly RaceResult[]>();
    for (const task of tasks) {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      await page.goto(server.url);
      const section = await runSection(page, task);
      results.set(task.backend, section);
      onResult(task, section);
      await page.close();
    }
    return { version: browser.version(), results };
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
