/** The built page works from any folder of any host, and our own server sends it well. */
import { createServer } from 'node:http';
import { expect, inject, onTestFinished, test } from 'vitest';
import { listen, pageHandler } from '../../../scripts/page/static-server';
import { openPage, waitForMark } from '../harness/open-page';

const fetchFile = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, inject('pageUrl')), { headers });

test('the page works from a folder of a host', async () => {
  const mount = '/teaching/codes/';
  const host = await listen(createServer(pageHandler(inject('pageFolder'), mount)), '127.0.0.1', 0);
  onTestFinished(host.close);
  const { page, requests } = await openPage('', { pageUrl: new URL(mount, host.url).href });
  await waitForMark(page, 'first-encoding');
  const paths = requests
    .map((request) => new URL(request.url()))
    .filter(({ protocol }) => protocol === 'http:')
    .map(({ pathname }) => pathname);
  expect(paths.filter((path) => !path.startsWith(mount))).toEqual([]);
});

test.each([
  ['', 'text/html;charset=utf-8'],
  ['wasm/tfjs-backend-wasm-simd.wasm', 'application/wasm'],
  ['samples/samples.json', 'application/json'],
])('%j has the right type', async (path, type) => {
  const response = await fetchFile(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe(type);
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test.each(['br', 'gzip'])('compressible files come as %s to those who take it', async (encoding) => {
  const response = await fetchFile('wasm/tfjs-backend-wasm-simd.wasm', { 'Accept-Encoding': encoding });
  expect(response.headers.get('Content-Encoding')).toBe(encoding);
  expect(response.headers.get('Vary')).toBe('Accept-Encoding');
});

test('files with a hash in their name are kept for ever, the page is asked about each time', async () => {
  const page = await fetchFile('');
  expect(page.headers.get('Cache-Control')).toBe('no-cache');
  const script = /assets\/[^"]+\.js/.exec(await page.text())?.[0];
  expect((await fetchFile(script!)).headers.get('Cache-Control')).toContain('immutable');
});

test('a page that is asked about again and has not changed is not sent again', async () => {
  const { headers } = await fetchFile('');
  const again = await fetchFile('', { 'If-None-Match': headers.get('ETag')! });
  expect(again.status).toBe(304);
});

test('what is not there answers 404', async () => {
  expect((await fetchFile('models/none/manifest.json')).status).toBe(404);
});

test("the page travels with its licence, its notices and those of its libraries, the worker's included", async () => {
  for (const path of ['LICENSE.txt', 'NOTICE.txt']) expect((await fetchFile(path)).status, path).toBe(200);
  const libraries = await (await fetchFile('licences.md')).text();
  for (const name of ['react-dom', '@tensorflow/tfjs-core', '@noble/hashes']) expect(libraries).toContain(`## ${name} `);
});
