/** Takes the WebGL context away from an engine’s worker, as a driver does that starts anew. */
import type { Page, Worker } from 'playwright-core';

/** Keeps the contexts of the worker where `loseContext` can reach them. */
const KEEP_CONTEXTS = `
  globalThis.contexts = [];
  const { getContext } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.getContext = function (...args) {
    const context = getContext.apply(this, args);
    if (context) globalThis.contexts.push(context);
    return context;
  };\n`;

/** To be called before the page is loaded. */
export async function keepContexts(page: Page): Promise<void> {
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: KEEP_CONTEXTS + (await response.text()) });
  });
}

/** Of a worker that began after `keepContexts`, its newest context. */
export const loseContext = (worker: Worker): Promise<void> =>
  worker.evaluate(() => {
    const { contexts } = globalThis as unknown as { contexts: WebGL2RenderingContext[] };
    contexts.at(-1)?.getExtension('WEBGL_lose_context')?.loseContext();
  });
