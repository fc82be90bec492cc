/**
 * Once before all browser tests: the page built as readers get it, its server, and one Chromium.
 * `PAGE_FOLDER=dist` takes a page that is already built.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/chromium/ensure';
import { CHROMIUM_FLAGS } from '../../../scripts/chromium/flags';
import { startStaticServer } from '../../../scripts/page/static-server';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built page, with a slash at its end. */
    pageUrl: string;
    /** Folder of the built page. */
    pageFolder: string;
    /** Where playwright connects to the shared Chromium. */
    browserEndpoint: string;
  }
}

/** Builds into a folder of its own, so that a running `npm start` is left alone. */
async function buildPage(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'built-page-'));
  await build({ configLoader: 'runner', logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export default async function setup(project: TestProject) {
  const executablePath = ensureChromium();
  const given = process.env.PAGE_FOLDER;
  const page = given ? { folder: resolve(given), remove: async () => {} } : await buildPage();
  const server = await startStaticServer({ folder: page.folder, host: '127.0.0.1', port: 0 });
  const browser = await chromium.launchServer({ executablePath, args: CHROMIUM_FLAGS, headless: true });

  project.provide('pageUrl', server.url);
  project.provide('pageFolder', page.folder);
  project.provide('browserEndpoint', browser.wsEndpoint());

  return async () => {
    await browser.close();
    await server.close();
    await page.remove();
  };
}
