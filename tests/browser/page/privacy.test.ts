/** The page speaks to its own origin only, and its policy holds in the page and in its workers. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startRecordingServer } from '../../../scripts/page/recording-server';
import { openPage, waitForMark } from '../harness/open-page';
import { dropFile } from '../labs/drop-file';

const recordingServer = async () => {
  const server = await startRecordingServer(inject('pageFolder'));
  onTestFinished(server.close);
  return server;
};

test.each(['webgl', 'wasm', 'cpu'])(
  'on %s, the page asks nothing of another origin and its policy refuses nothing',
  async (backend) => {
    const server = await recordingServer();
    const { page, requests, problems } = await openPage(`?backend=${backend}`, { pageUrl: server.url });
    await waitForMark(page, 'first-encoding');
    await page.waitForLoadState('networkidle');

    const origins = new Set(
      requests.map((request) => new URL(request.url())).map(({ protocol, origin }) => (protocol === 'blob:' ? 'blob' : origin)),
    );
    origins.delete('blob');
    expect([...origins]).toEqual([new URL(server.url).origin]);
    expect(server.violations).toEqual([]);
    expect(problems).toEqual([]);
  },
);

test('what is asked for after an upload tells nothing of the picture', async () => {
  const server = await recordingServer();
  const { page } = await openPage('en/', { pageUrl: server.url });
  await waitForMark(page, 'first-encoding');
  await page.waitForLoadState('networkidle');
  const concepts = (await readFile(join(inject('pageFolder'), 'gallery', 'concepts.json'), 'utf8')).matchAll(
    /"subgroup":"([^"]+)"/g,
  );
  const everySheet = [...new Set([...concepts].map(([, subgroup]) => `/gallery/thumbs/${subgroup}.webp`))].sort();
  const nearest = page.getByRole('list', { name: 'Nearest concepts' });
  const pictures = () => nearest.locator('.sprite').evaluateAll((sprites) => sprites.map(({ style }) => style.backgroundImage));

  for (const [colour, expected] of [
    ['#d33', everySheet],
    ['#063', []],
  ] as const) {
    const before = server.served.length;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="40" fill="${colour}"/></svg>`;
    await dropFile(page, `${colour}.svg`, Buffer.from(svg));
    await page.getByText(`${colour}.svg`, { exact: true }).waitFor();
    await expect.poll(pictures).toEqual(Array.from({ length: 6 }, () => expect.stringContaining('blob:')));
    const asked = server.served.slice(before).map(({ path }) => path);
    expect(asked.filter((path) => path.includes('/thumbs/')).sort()).toEqual(expected);
  }
});

test('the policy refuses another origin, and the recording sees it', async () => {
  const server = await recordingServer();
  const { page, problems } = await openPage('', { pageUrl: server.url, expectProblems: true });
  const fromPage = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  const fromInlineScript = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "injected"';
    document.head.append(script);
    return document.title;
  });

  expect(fromPage).toBe('refused');
  expect(fromInlineScript).not.toBe('injected');
  expect(problems).toContainEqual(expect.stringMatching(/^policy: connect-src/));
  await expect.poll(() => server.violations.some((report) => report.includes('example.com'))).toBe(true);
});

test('the built page carries the policy itself, for hosts that send no headers', async () => {
  const { page } = await openPage();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
});
