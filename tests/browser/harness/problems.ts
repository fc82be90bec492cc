/** Collects what a page must not do: throw, log errors, lose requests, break its own policy, or speak to another origin. */
import type { Page } from 'playwright-core';

/** Addresses that stay in the browser. */
const LOCAL_SCHEMES = new Set(['blob:', 'data:', 'about:']);

function isForeign(url: string, pageUrl: string): boolean {
  const { protocol, origin } = new URL(url);
  return !LOCAL_SCHEMES.has(protocol) && origin !== new URL(pageUrl).origin;
}

/** Starts watching; the returned list grows while the page lives. Call before the page is loaded. */
export async function watchProblems(page: Page, pageUrl: string): Promise<readonly string[]> {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => problems.push('the page crashed'));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (isForeign(request.url(), pageUrl)) problems.push(`other origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction('reportViolation', (text: string) => problems.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportViolation(text: string): void }).reportViolation;
      report(`${event.violatedDirective} refused ${event.blockedURI} (${event.sourceFile}:${event.lineNumber} ${event.sample})`);
    });
  });
  return problems;
}
