/**
 * `npm run bench:dragging`: what dragging does to the page's main thread, lab by lab, by the Long Tasks API. Needs a built page,
 * and a machine that has nothing else to do.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { ensureChromium } from '../scripts/chromium/ensure';
import { CHROMIUM_FLAGS } from '../scripts/chromium/flags';
import { startRecordingServer } from '../scripts/page/recording-server';
import { BUILT_PAGE } from '../scripts/page/visit';
import { type Drag, draggingSchema } from '../src/results/dragging';
import { isoDate, today } from './command/option-values';

interface Flags {
  readonly page: string;
  readonly out: string;
  readonly date: string;
}

interface Control {
  readonly lab: string;
  readonly role: 'slider' | 'application' | 'img';
  readonly name: string | RegExp;
  /** What the lab must be set to for the control to be there. */
  readonly query?: string;
}

/** What is dragged in each lab; the swap has nothing to drag. */
const CONTROLS: readonly Control[] = [
  { lab: 'compare', role: 'slider', name: 'Codebook size' },
  { lab: 'survives', role: 'slider', name: 'Strength' },
  { lab: 'find', role: 'application', name: /^Map by the embedding/ },
  { lab: 'paint', role: 'slider', name: 'Share of the way', query: '&sample=1F34E&partner=1F43A&move=between.0.4' },
  { lab: 'inside', role: 'slider', name: 'Codebook size' },
  { lab: 'bits', role: 'img', name: /^This picture: bits per image against PSNR/ },
  { lab: 'loss', role: 'slider', name: 'Temperature' },
];

const WAIT_MS = 120_000;
const MOVES = 60;
/** As a screen of 60 Hz passes on the moves of a pointer. */
const MOVE_MS = 16;
/** The page comes to rest before it is dragged, and what the last move set going is counted too. */
const REST_MS = 2_000;

/** Drags to and fro over the middle of what is dragged. @returns milliseconds from the first move to the last */
async function drag(page: Page, target: Locator): Promise<number> {
  const box = await target.boundingBox();
  if (!box) throw new Error('what is to be dragged is not on the page');
  const y = box.y + box.height / 2;
  const x = (move: number): number => box.x + box.width * (0.5 + 0.35 * Math.sin((2 * Math.PI * move) / (MOVES / 2)));
  await page.mouse.move(x(0), y);
  await page.mouse.down();
  const begun = performance.now();
  for (let move = 1; move <= MOVES; move++) {
    await page.mouse.move(x(move), y);
    await page.waitForTimeout(MOVE_MS);
  }
  const ms = performance.now() - begun;
  await page.mouse.up();
  return ms;
}

/** A slider's input is hidden over its thumb; what is dragged is the track about it. */
const surfaceOf = (control: Locator, role: Control['role']): Locator =>
  role === 'slider' ? control.locator('xpath=ancestor::*[@data-orientation][last()]') : control;

async function measure(browser: Browser, url: string, { lab, role, name, query = '' }: Control): Promise<Drag> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${url}en/?backend=wasm${query}#lab-${lab}`);
    const isEncoded = () => performance.getEntriesByName('first-encoding', 'mark').length > 0;
    await page.waitForFunction(isEncoded, undefined, { timeout: WAIT_MS });
    // Labs that come near grow and move what is below them: this one is scrolled to until it is there.
    const home = page.locator(`#lab-${lab}`);
    await home.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await home.getByRole('region').first().waitFor({ timeout: WAIT_MS });
    await home.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
    const control = home.getByRole(role, { name }).first();
    await control.waitFor({ state: 'attached', timeout: WAIT_MS });
    const surface = surfaceOf(control, role);
    await surface.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.waitForTimeout(REST_MS);
    await page.evaluate(() => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
      Object.assign(window, { longTasks: tasks });
    });
    const ms = await drag(page, surface);
    await page.waitForTimeout(REST_MS);
    const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
    const label = typeof name === 'string' ? name : await control.getAttribute('aria-label');
    if (label === null) throw new Error(`what is dragged in ${lab} has no name of its own`);
    return { lab, control: label, moves: MOVES, ms: Math.round(ms), longTasks: tasks.length, longestMs: Math.max(0, ...tasks) };
  } finally {
    await context.close();
  }
}

async function bench({ page: folder, out, date }: Flags): Promise<void> {
  if (!existsSync(join(folder, 'en', 'index.html')))
    throw new Error(`there is no built page in ${folder}: run \`npm run build\` first`);
  const server = await startRecordingServer(folder);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const drags: Drag[] = [];
    for (const control of CONTROLS) {
      const found = await measure(browser, server.url, control);
      drags.push(found);
      console.log(
        `${found.lab}: ${found.longTasks} tasks of more than 50 ms in ${found.moves} moves, longest ${found.longestMs} ms`,
      );
    }
    const machine = { processor: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), chromium: browser.version() };
    const dragging = draggingSchema.parse({ command: 'npm run bench:dragging', date, machine, backend: 'wasm', drags });
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, `${JSON.stringify(dragging, null, 1)}\n`);
    console.log(`written to ${out}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

await new Command('bench:dragging')
  .description('Count the long tasks while each lab is dragged; needs `npm run build` first.')
  .option('--page <folder>', 'the built page', BUILT_PAGE)
  .option('--out <file>', 'where the figures go', join('public', 'results', 'dragging.json'))
  .option('--date <date>', 'the day that the figures carry', isoDate, today())
  .action(bench)
  .parseAsync();
