/** Labs are fetched when they come near, and one that fails keeps its failure to itself. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, waitForMark } from '../harness/open-page';

/** The chunk of the lab, not its style sheet. */
const SCRIPT = /\/SurvivesLab-[^/]*\.js$/;

/** Gives the lab's script another content. */
const replaceScript = (page: Page, body: string) =>
  page.route(SCRIPT, (route) => route.fulfill({ contentType: 'text/javascript', body }));

const home = (page: Page) => page.locator('#lab-survives');

test('a lab is fetched when its home comes near, not before', async () => {
  const { page, requests } = await openPage('en/?backend=wasm');
  await waitForMark(page, 'first-encoding');
  const isFetched = () => requests.some((request) => SCRIPT.test(request.url()));
  expect(isFetched()).toBe(false);
  await home(page).scrollIntoViewIfNeeded();
  await home(page).getByRole('region', { name: 'What survives a change?' }).waitFor();
  expect(isFetched()).toBe(true);
});

test('a lab that throws says so in its own place, and page, text and other labs go on', async () => {
  const { page } = await openPage('en/?backend=wasm', {
    expectProblems: true,
    beforeLoad: (opened) => replaceScript(opened, 'export default function Broken() { throw new Error("broken"); }'),
  });
  await waitForMark(page, 'first-encoding');
  await home(page).scrollIntoViewIfNeeded();
  const alert = home(page).getByRole('alert');
  await alert.getByText('This part of the page has stopped').waitFor();
  expect(await page.getByRole('alert').count()).toBe(1);
  expect(await page.locator('#causes').innerText()).not.toBe('');

  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const slider = page.locator('#lab-compare').getByRole('slider', { name: 'Codebook size' });
  await slider.press('Home');
  await expect.poll(() => new URL(page.url()).searchParams.get('k')).toBe('2');
  await page.locator('#lab-loss').scrollIntoViewIfNeeded();
  await page.getByRole('region', { name: 'Which loss?' }).waitFor();
});

test('a lab whose script does not arrive can be tried again', async () => {
  const { page } = await openPage('en/?backend=wasm', {
    expectProblems: true,
    beforeLoad: (opened) => opened.route(SCRIPT, (route) => route.fulfill({ status: 404 })),
  });
  await waitForMark(page, 'first-encoding');
  await home(page).scrollIntoViewIfNeeded();
  await home(page).getByRole('alert').getByText('could not be fetched').waitFor();
  await page.unroute(SCRIPT);
  await home(page).getByRole('button', { name: 'Try again' }).click();
  await home(page).getByRole('region', { name: 'What survives a change?' }).waitFor();
});
