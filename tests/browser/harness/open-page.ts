/**
 * Opens the built page in a fresh browser context, for one test unless told otherwise, watches it, and closes it when the test ends.
 * A test fails if the page reported a problem that it was not told to expect.
 */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';
import { watchProblems } from './problems';
import { screenshotOfFailure } from './screenshot';

export interface OpenOptions extends BrowserContextOptions {
  /** Address to open `path` under; the shared server's by default. */
  readonly pageUrl?: string;
  /** The test provokes failures: problems are collected and not held against the page. */
  readonly expectProblems?: boolean;
  /** The page outlives the test: whoever opens it watches its problems and closes it, as `lastingPage` does. */
  readonly isLasting?: boolean;
  /** Runs before the page is loaded, for routes and init scripts. */
  readonly beforeLoad?: (page: Page, context: BrowserContext) => Promise<unknown>;
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors, console errors, failed requests, policy violations and requests to other origins, as they come. */
  readonly problems: readonly string[];
  /** Every request of the page and of its workers, as they come. */
  readonly requests: readonly Request[];
}

let connection: Promise<Browser> | undefined;
const sharedBrowser = () => {
  connection ??= chromium.connect(inject('browserEndpoint'));
  return connection;
};

/** A page that draws does so many times in this long, on a busy machine too. */
const FRAME_MS = 10_000;
/** How often the page is asked: not at every frame, since it may draw none. */
const POLL_MS = 50;

/** Whether a loaded page draws: this Chromium, given a window of another size, sometimes draws no frame any more, and nothing there goes on. */
const draws = (page: Page): Promise<boolean> =>
  page
    .waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))), undefined, {
      timeout: FRAME_MS,
      polling: POLL_MS,
    })
    .then(
      () => true,
      () => false,
    );

/**
 * Opens `path` (relative to the page's address, such as `?lang=en&k=16` or `zh/#goals`) and resolves when its document, or the
 * one that it goes on to, has loaded.
 */
export async function openPage(path = '', options: OpenOptions = {}): Promise<OpenedPage> {
  const { pageUrl = inject('pageUrl'), expectProblems = false, isLasting = false, beforeLoad, ...contextOptions } = options;
  const hasScripts = contextOptions.javaScriptEnabled !== false;

  async function openBlank(): Promise<OpenedPage> {
    const context = await (await sharedBrowser()).newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      ...contextOptions,
    });
    const page = await context.newPage();
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    return { page, context, problems: await watchProblems(page, pageUrl), requests };
  }

  async function load({ page, context }: OpenedPage): Promise<void> {
    await beforeLoad?.(page, context);
    await page.goto(new URL(path, pageUrl).href);
    // The page at the root goes on to a language of its own accord, if it can.
    if (hasScripts)
      await page.waitForFunction(() => document.body && !document.body.hasAttribute('data-goes-on'), undefined, {
        polling: POLL_MS,
      });
  }

  let opened = await openBlank();
  if (!isLasting)
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await screenshotOfFailure(opened.page, task.name);
      await opened.context.close();
      if (!expectProblems) expect(opened.problems, 'problems that the page reported').toEqual([]);
    });
  await load(opened);
  if (hasScripts && !(await draws(opened.page))) {
    await opened.context.close();
    opened = await openBlank();
    await load(opened);
  }
  return opened;
}

/** Resolves with the milliseconds from navigation to the User Timing mark `name`, once the page has set it. */
export async function waitForMark(page: Page, name: string, timeout = 60_000): Promise<number> {
  const isSet = (mark: string) => performance.getEntriesByName(mark, 'mark').length > 0;
  await page.waitForFunction(isSet, name, { timeout, polling: POLL_MS });
  return page.evaluate((mark) => performance.getEntriesByName(mark, 'mark')[0]!.startTime, name);
}
