/**
 * `npm run bench:opening`: the time from opening the page to its first picture encoded both ways, on each backend, by the page's
 * own User Timing marks. Every visit is a first one: nothing is cached. Needs a built page, and a machine that has nothing else to do.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../scripts/chromium/ensure';
import { CHROMIUM_FLAGS } from '../scripts/chromium/flags';
import { startRecordingServer } from '../scripts/page/recording-server';
import { BUILT_PAGE } from '../scripts/page/visit';
import { type Opening, openingsSchema } from '../src/results/opening';
import { isoDate, positiveInteger, today } from './command/option-values';
import { median } from './evaluate/statistics';

interface Flags {
  readonly visits: number;
  readonly page: string;
  readonly out: string;
  readonly date: string;
}

/** What the address asks for; without anything the page chooses, which is WASM where WebGL is in software only. */
const ADDRESSES = ['en/', 'en/?backend=webgl', 'en/?backend=wasm', 'en/?backend=cpu'] as const;
const WAIT_MS = 300_000;
const SLIDER_MOVES = 5;

type Visit = Omit<Opening, 'visits' | 'forced'> & { readonly bytes: number };

const measures = (page: Page): Promise<number[]> =>
  page.evaluate(() => performance.getEntriesByName('encode', 'measure').map(({ duration }) => duration));

/** Moves the slider step by step, each after the last one's picture is there. @returns milliseconds of each move */
async function moveSlider(page: Page): Promise<number[]> {
  const before = (await measures(page)).length;
  await page.getByRole('slider', { name: 'Codebook size' }).focus();
  for (let move = 1; move <= SLIDER_MOVES; move++) {
    await page.keyboard.press('ArrowLeft');
    const isThere = (count: number) => performance.getEntriesByName('encode', 'measure').length >= count;
    await page.waitForFunction(isThere, before + move, { timeout: WAIT_MS });
  }
  return (await measures(page)).slice(before);
}

/** @param sent bytes that the server has sent so far */
async function visit(browser: Browser, url: string, sent: () => number): Promise<Visit> {
  const before = sent();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    const isEncoded = () => performance.getEntriesByName('first-encoding', 'mark').length > 0;
    await page.waitForFunction(isEncoded, undefined, { timeout: WAIT_MS });
    // Before the page is asked for anything: to look something up by its role lays out text that is far away, which asks for fonts.
    await page.waitForLoadState('networkidle');
    const bytes = sent() - before;
    const startOf = (name: string): Promise<number> =>
      page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN, name);
    const times = {
      firstPaintMs: await startOf('first-contentful-paint'),
      engineReadyMs: await startOf('engine-ready'),
      firstEncodingMs: await startOf('first-encoding'),
    };
    const status = await page.getByRole('status', { name: 'Engine' }).innerText();
    const backend = (['webgl', 'wasm', 'cpu'] as const).find((name) => status.toLowerCase().includes(name));
    if (!backend) throw new Error(`the page does not say what it computes on: ${status}`);
    return { backend, ...times, bytes, sliderMs: median(await moveSlider(page)) };
  } finally {
    await context.close();
  }
}

/** What draws for WebGL in this browser, by its own word. */
async function graphicsOf(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2');
      const names = gl?.getExtension('WEBGL_debug_renderer_info');
      return names ? String(gl?.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'unknown';
    });
  } finally {
    await page.close();
  }
}

async function bench({ visits, page: folder, out, date }: Flags): Promise<void> {
  if (!existsSync(join(folder, 'en', 'index.html')))
    throw new Error(`there is no built page in ${folder}: run \`npm run build\` first`);
  const server = await startRecordingServer(folder);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const openings: Opening[] = [];
    const sent = () => server.served.reduce((sum, { bytes }) => sum + bytes, 0);
    let firstBytes: number | undefined;
    for (const address of ADDRESSES) {
      const seen: Visit[] = [];
      for (let i = 0; i < visits; i++) seen.push(await visit(browser, `${server.url}${address}`, sent));
      firstBytes ??= seen[0]?.bytes;
      const rounded = (pick: (visit: Visit) => number): number => Math.round(median(seen.map(pick)) * 10) / 10;
      const opening: Opening = {
        backend: (seen[0] as Visit).backend,
        forced: address.includes('backend='),
        visits,
        firstPaintMs: rounded(({ firstPaintMs }) => firstPaintMs),
        engineReadyMs: rounded(({ engineReadyMs }) => engineReadyMs),
        firstEncodingMs: rounded(({ firstEncodingMs }) => firstEncodingMs),
        sliderMs: rounded(({ sliderMs }) => sliderMs),
      };
      openings.push(opening);
      const { firstPaintMs, engineReadyMs, firstEncodingMs, sliderMs } = opening;
      const name = `${opening.backend}${opening.forced ? '' : ', chosen by the page'}`;
      console.log(
        `${name}: text after ${firstPaintMs} ms, engine ready after ${engineReadyMs}, first encoding after ${firstEncodingMs}; a move of the slider ${sliderMs}`,
      );
    }
    const machine = {
      graphics: await graphicsOf(browser),
      processor: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      chromium: browser.version(),
    };
    const command = `npm run bench:opening -- --visits ${visits}`;
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(
      out,
      `${JSON.stringify(openingsSchema.parse({ command, date, machine, bytes: firstBytes, openings }), null, 1)}\n`,
    );
    console.log(`written to ${out}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

await new Command('bench:opening')
  .description('Time the page from its opening to the first picture encoded both ways; needs `npm run build` first.')
  .option('--visits <n>', 'first visits to each address', positiveInteger, 5)
  .option('--page <folder>', 'the built page', BUILT_PAGE)
  .option('--out <file>', 'where the figures go', join('public', 'results', 'opening.json'))
  .option('--date <date>', 'the day that the figures carry', isoDate, today())
  .action(bench)
  .parseAsync();
