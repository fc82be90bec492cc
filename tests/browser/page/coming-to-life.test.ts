/** A built page before its scripts are there: what a reader does early counts, and a script that does not come is told. */
import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, waitForMark } from '../harness/open-page';

const OPENING_LAB = /\/CompareLab-[^/]*\.js$/;

/** Keeps a script back. @returns lets it go */
async function keepBack(page: Page, script: RegExp): Promise<() => Promise<void>> {
  const kept: Route[] = [];
  let isKept = true;
  await page.route(script, (route) => (isKept ? void kept.push(route) : route.continue()));
  return async () => {
    isKept = false;
    await Promise.all(kept.map((route) => route.continue()));
  };
}

async function openHeldBack(script: RegExp) {
  let letGo = async () => {};
  const opened = await openPage('en/?backend=wasm', {
    beforeLoad: async (page) => {
      letGo = await keepBack(page, script);
    },
  });
  return { ...opened, letGo };
}

const lab = (page: Page) => page.locator('#lab-compare');

test('the opening lab stands there before any script has come, and what is chosen by then counts', async () => {
  const { page, letGo } = await openHeldBack(/\/main-[^/]*\.js$/);
  await lab(page).getByRole('region', { name: 'Generation encoder' }).waitFor();
  await page.getByRole('radio', { name: 'Dark' }).click();
  await lab(page).getByRole('radio', { name: '8×8' }).click();
  expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
  await letGo();
  await page.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
  await waitForMark(page, 'first-encoding');
  await expect.poll(() => new URL(page.url()).searchParams.get('grid')).toBe('8');
  await expect.poll(() => lab(page).getByRole('gridcell').count()).toBe(64);
});

test('a reader who changes the language before the lab has come to life gets it in that language', async () => {
  const { page, letGo } = await openHeldBack(OPENING_LAB);
  await page.getByRole('radio', { name: '中文' }).click();
  await page.locator('html[lang="zh-Hans"]').waitFor({ state: 'attached' });
  await letGo();
  await lab(page).getByRole('region', { name: '生成编码器' }).waitFor();
  await waitForMark(page, 'first-encoding');
  await lab(page).getByRole('list', { name: '图片描述' }).getByRole('listitem').first().waitFor();
});

test('an opening lab whose script does not arrive says so; the engine starts for the others, and it can be tried again', async () => {
  const { page } = await openPage('en/?backend=wasm', {
    expectProblems: true,
    beforeLoad: (opened) => opened.route(OPENING_LAB, (route) => route.fulfill({ status: 404 })),
  });
  await lab(page).getByRole('alert').getByText('could not be fetched').waitFor();
  await waitForMark(page, 'engine-ready');
  await page.unroute(OPENING_LAB);
  await lab(page).getByRole('button', { name: 'Try again' }).click();
  await waitForMark(page, 'first-encoding');
});
