/** What a reader's first view costs on the wire, and each model. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { FIRST_SCRIPTS_LIMIT, FIRST_VIEW_LIMIT, MODEL_LIMIT } from '../../../scripts/page/budget';
import { startRecordingServer } from '../../../scripts/page/recording-server';
import { fileSize, folderSizes, servedFile, total } from '../../../scripts/page/wire-size';
import { openPage, waitForMark } from '../harness/open-page';

test.each(['zh', 'en'])('everything that the first view in %s asks for fits the budget', async (language) => {
  const folder = inject('pageFolder');
  const server = await startRecordingServer(folder);
  onTestFinished(server.close);
  const { page, requests } = await openPage('', { pageUrl: `${server.url}${language}/` });
  await waitForMark(page, 'first-encoding');
  await page.waitForLoadState('networkidle');

  const asked = new Set(
    requests
      .map((request) => new URL(request.url()))
      .filter(({ protocol }) => protocol === 'http:')
      .map(({ pathname }) => pathname),
  );
  const served = new Set(server.served.map(({ path }) => path));
  expect(
    [...asked].filter((path) => !served.has(path)),
    'requests that were not counted',
  ).toEqual([]);
  expect(server.served.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(FIRST_VIEW_LIMIT);
  const sizes = await Promise.all([...served].map((path) => fileSize(folder, servedFile(path))));
  expect(total(sizes, 'gzip'), 'from a host that knows no brotli').toBeLessThan(FIRST_VIEW_LIMIT);
});

test('no model is larger than it may be', async () => {
  const folder = inject('pageFolder');
  const models = await readdir(join(folder, 'models'));
  expect(models.length).toBeGreaterThan(0);
  for (const id of models) expect(total(await folderSizes(folder, `models/${id}`), 'gzip'), id).toBeLessThan(MODEL_LIMIT);
});

test.each(['zh', 'en'])('the scripts that %s begins with are small', async (language) => {
  const folder = inject('pageFolder');
  const page = await readFile(join(folder, language, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\.\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  const [start = '', ...others] = named;
  expect(others).toEqual([]);
  const [, list = '[]'] = /const files=(\[[^\]]*\])/.exec(await readFile(join(folder, start), 'utf8')) ?? [];
  const fetched = (JSON.parse(list) as string[]).map((file) => `assets/${file}`);
  expect(fetched.length).toBeGreaterThan(0);
  const sizes = await Promise.all([start, ...fetched].map((path) => fileSize(folder, path)));
  expect(total(sizes, 'gzip')).toBeLessThan(FIRST_SCRIPTS_LIMIT);
});
