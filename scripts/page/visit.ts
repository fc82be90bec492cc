/** Opens the page that `npm run build` made in a Chromium, waits until it has encoded its first picture, and hands it over. */
import { chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../chromium/ensure';
import { CHROMIUM_FLAGS } from '../chromium/flags';
import { type RecordingServer, startRecordingServer } from './recording-server';

/** Folder of the built page. */
export const BUILT_PAGE = 'dist';

const FIRST_ENCODING_MS = 120_000;

/** Resolves with what `visitor` returns; browser and server end with it. */
export async function visitBuiltPage<Result>(
  query: string,
  visitor: (page: Page, server: RecordingServer) => Promise<Result>,
): Promise<Result> {
  const server = await startRecordingServer(BUILT_PAGE);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
    await page.goto(`${server.url}${query}`);
    const encoded = () => performance.getEntriesByName('first-encoding').length > 0;
    await page.waitForFunction(encoded, undefined, { timeout: FIRST_ENCODING_MS });
    await page.waitForLoadState('networkidle');
    return await visitor(page, server);
  } finally {
    await browser.close();
    await server.close();
  }
}
