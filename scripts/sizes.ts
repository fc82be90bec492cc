/** `npm run sizes`: what the first view asks for and how many bytes it takes on the wire, then each model. Needs a built page. */
import { readdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium/ensure';
import { CHROMIUM_FLAGS } from './chromium/flags';
import { FIRST_VIEW_LIMIT, MODEL_LIMIT } from './page/budget';
import { startRecordingServer } from './page/recording-server';
import { type FileSize, fileSize, folderSizes, total } from './page/wire-size';

const FOLDER = 'dist';

/** Paths of the files that the page asks for on opening, until nothing more is asked for. */
async function firstViewPaths(): Promise<string[]> {
  const server = await startRecordingServer(FOLDER);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => performance.getEntriesByName('first-encoding').length > 0, undefined, { timeout: 120_000 });
    await page.waitForLoadState('networkidle');
    return server.served.map(({ path }) => (path === '/' ? 'index.html' : path.slice(1)));
  } finally {
    await browser.close();
    await server.close();
  }
}

const number = (bytes: number) => bytes.toLocaleString('en').padStart(11);
const row = (name: string, raw: number, gzip: number, brotli: number) =>
  console.log(`${name.padEnd(56)}${number(raw)}${number(gzip)}${number(brotli)}`);
const table = (sizes: readonly FileSize[]) => {
  for (const { path, raw, gzip, brotli } of sizes) row(path, raw, gzip, brotli);
};
const sum = (name: string, sizes: readonly FileSize[]) =>
  row(name, total(sizes, 'raw'), total(sizes, 'gzip'), total(sizes, 'brotli'));

console.log(`${'bytes'.padEnd(56)}${'raw'.padStart(11)}${'gzip'.padStart(11)}${'brotli'.padStart(11)}\n`);
const firstView = await Promise.all((await firstViewPaths()).map((path) => fileSize(FOLDER, path)));
table(firstView);
sum(`\nFIRST VIEW, at most ${FIRST_VIEW_LIMIT.toLocaleString('en')} on the wire`, firstView);

console.log(`\nMODELS, each at most ${MODEL_LIMIT.toLocaleString('en')} on the wire`);
for (const id of await readdir(`${FOLDER}/models`)) sum(id, await folderSizes(FOLDER, `models/${id}`));
