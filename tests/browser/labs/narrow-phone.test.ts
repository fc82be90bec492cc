/** The labs on a narrow phone, in Chinese: each stands, with the published weights and results, and nothing scrolls sideways. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { lastingPage } from '../harness/lasting-page';
import { openPage } from '../harness/open-page';
import { dropFile } from './drop-file';
import { goToLab } from './open-lab';

const WIDTH = 320;

/** One page for all: the labs stand on it together, as they do for a reader. */
const phone = lastingPage((options) =>
  openPage('zh/?backend=wasm&change=redraw', { ...options, viewport: { width: WIDTH, height: 640 }, hasTouch: true }),
);

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

const LABS: readonly (readonly [id: string, title: string, sign: (lab: Locator) => Locator])[] = [
  ['find', '找找看', (lab) => lab.getByRole('list', { name: /^按向量/ })],
  ['bits', '一个比特换来什么？', (lab) => lab.getByRole('img', { name: /^这张图：横轴/ })],
  ['survives', '改动之后，还剩下什么？', (lab) => lab.locator('[data-figure="tokens"]')],
  ['swap', '交换编码', (lab) => lab.getByRole('table').first()],
];

test.each(LABS)('%s', async (id, title, sign) => {
  const { page } = await phone();
  const lab = await goToLab(page, id, title);
  await sign(lab).waitFor({ timeout: 60_000 });
  expect(await widthOf(page)).toBe(WIDTH);
});

test('inside, with every box open', async () => {
  const { page } = await phone();
  const lab = await goToLab(page, 'inside', '拆开来看');
  await lab.getByRole('list', { name: /^理解/ }).waitFor({ timeout: 60_000 });
  await lab.getByRole('button', { name: '全部展开' }).tap();
  await lab.locator('[data-box="decoder"]').getByRole('button', { name: /^峰值/ }).waitFor({ timeout: 60_000 });
  expect(await widthOf(page)).toBe(WIDTH);
});

test('loss: each cell says what it holds, and the caption of the reader’s own picture can be written', async () => {
  const { page } = await phone();
  const lab = await goToLab(page, 'loss', '用哪种损失？');
  const cell = lab.getByRole('grid', { name: '相似度', exact: true }).getByRole('gridcell').first();
  await cell.waitFor({ timeout: 60_000 });
  expect(await cell.getAttribute('aria-label')).toMatch(/ 对 .+：/);
  expect(await widthOf(page)).toBe(WIDTH);

  await dropFile(page, '假期.png', await sharp(readFileSync('docs/compare.png')).resize(96, 96).png().toBuffer());
  const field = lab.getByRole('textbox', { name: /^图片描述/ });
  await expect.poll(() => field.inputValue(), { timeout: 60_000 }).not.toBe('');
  await field.fill('一只红色的猫');
  await field.press('Enter');
  await lab.getByRole('button', { name: '让模型挑' }).waitFor({ timeout: 60_000 });
  expect(await widthOf(page)).toBe(WIDTH);
});
