/**
 * `npm run audit`: how the built page fares, in both languages: Lighthouse on a simulated phone, the middle one of several runs, and
 * axe in light and dark in windows of every width, with each lab there and every table open. Needs a built page, that in `PAGE_FOLDER` if it is set. Ends with status 1 where a
 * figure misses its bar.
 */
import lighthouse, { type Result } from 'lighthouse';
import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from './chromium/ensure';
import { CHROMIUM_FLAGS } from './chromium/flags';
import { axeFindings } from './page/axe-findings';
import { readThrough } from './page/read-through';
import { startStaticServer } from './page/static-server';
import { BUILT_PAGE } from './page/visit';

/** Least scores, of 100. */
const BARS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 95 } as const;
const CATEGORIES = Object.keys(BARS) as (keyof typeof BARS)[];
/** What is measured beside the scores. */
const TIMES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];
/** The largest picture or text is painted before this, in milliseconds, on the simulated phone. */
const LARGEST_PAINT_LIMIT = 2_000;
const LANGUAGES = ['zh', 'en'] as const;

let misses = 0;
function row(name: string, value: string, isMet = true): void {
  if (!isMet) misses += 1;
  console.log(`  ${name.padEnd(28)}${value}${isMet ? '' : '   MISSED'}`);
}

/** Runs of Lighthouse for a page; what a busy machine does to one of them says little about the page. */
const RUNS = 5;

const scoreOf = ({ categories }: Result, category: keyof typeof BARS): number =>
  Math.round(100 * (categories[category]?.score ?? 0));

async function runLighthouse(url: string, port: number): Promise<void> {
  const results: Result[] = [];
  for (let run = 0; run < RUNS; run++) {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
    if (!result) throw new Error('Lighthouse gave no result');
    results.push(result.lhr);
  }
  results.sort((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'));
  const middle = results[RUNS >> 1] as Result;
  const { categories, audits } = middle;
  for (const category of CATEGORIES) {
    const score = scoreOf(middle, category);
    const all = results.map((result) => scoreOf(result, category)).join(', ');
    row(category, `${score} (at least ${BARS[category]}; all runs: ${all})`, score >= BARS[category]);
  }
  for (const id of TIMES) {
    const audit = audits[id];
    const isMet = id !== 'largest-contentful-paint' || (audit?.numericValue ?? Number.POSITIVE_INFINITY) < LARGEST_PAINT_LIMIT;
    row(id, audit?.displayValue ?? 'none', isMet);
  }
  for (const category of CATEGORIES.slice(1))
    for (const { id } of categories[category]?.auditRefs ?? []) {
      const audit = audits[id];
      if (audit?.score !== null && audit?.score !== undefined && audit.score < 1) row(`  ${id}`, audit.title);
    }
}

/** In pixels: the narrowest window that the page is made for, a phone, a tablet upright and across, a desk. */
const WIDTHS = [320, 390, 768, 1024, 1440];

async function runAxe(browser: Browser, url: string): Promise<void> {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const tooWide = await readThrough(page);
    row(`width, ${width} px`, tooWide === 0 ? 'nothing too wide' : `${tooWide} px too wide`, tooWide === 0);
    // A lab that the reading has brought near is being fetched.
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await axeFindings(page);
      row(`axe, ${colorScheme}, ${width} px`, found.length === 0 ? 'nothing found' : '', found.length === 0);
      for (const finding of found) row('', finding);
    }
    await context.close();
  }
}

const server = await startStaticServer({ folder: process.env.PAGE_FOLDER ?? BUILT_PAGE, host: '127.0.0.1', port: 0 });
// Lighthouse speaks to the browser over a port of its own.
const port = 9_322;
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
});
try {
  for (const language of LANGUAGES) {
    console.log(`\n/${language}/`);
    await runLighthouse(`${server.url}${language}/`, port);
    await runAxe(browser, `${server.url}${language}/`);
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(misses === 0 ? '\nEvery bar is met.' : `\n${misses} missed.`);
process.exitCode = misses === 0 ? 0 : 1;
