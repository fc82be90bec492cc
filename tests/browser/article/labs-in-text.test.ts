/** A lab with its home in the text: asked about before, beside what follows, driven by its words, tied to its symbols. */
import { expect, test } from 'vitest';
import { openPage } from '../harness/open-page';

test('a lab met in the text stands beside what follows, and words and symbols there reach it', async () => {
  const { page } = await openPage('en/?backend=wasm#lab-loss');
  const home = page.locator('#lab-loss');
  await home.getByRole('region', { name: 'Which loss?', exact: true }).waitFor({ timeout: 60_000 });
  const temperature = home.getByRole('slider', { name: 'Temperature' });
  await temperature.waitFor();

  const words = page.locator('.set-lab[data-set-temperature]').first();
  await words.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await expect.poll(() => home.locator('.stage').getAttribute('data-docked')).not.toBeNull();
  const sentence = page.locator('.lit[data-lit-temperature]').first();
  expect(await sentence.getAttribute('data-on')).toBeNull();
  await words.click();
  await expect.poll(async () => Number(await temperature.getAttribute('aria-valuetext'))).toBeLessThan(0.05);
  await expect.poll(() => sentence.getAttribute('data-on')).not.toBeNull();

  const symbol = page.locator('[data-lab="loss"] .katex [data-symbol="bias"]').last();
  const thing = home.locator('[data-symbol~="bias"]').first();
  await expect
    .poll(async () => {
      await symbol.hover();
      return thing.getAttribute('data-symbol-lit');
    })
    .not.toBeNull();
  await page.mouse.move(0, 0);
  await expect.poll(() => symbol.getAttribute('data-symbol-lit')).toBeNull();
  await expect
    .poll(async () => {
      await thing.hover();
      return symbol.getAttribute('data-symbol-lit');
    })
    .not.toBeNull();
});

test.each([
  ['inside', 'inside="argmin"'],
  ['paint', 'decoder'],
  ['find', 'phrase'],
  ['swap', 'tell'],
])('words in the text set the lab %s, lead to what it shows, and light up while it does', async (lab, setting) => {
  const { page } = await openPage(`zh/?backend=wasm#lab-${lab}`);
  const name = setting.split('=')[0] ?? '';
  const words = page.locator(`.set-lab[data-set-${setting}]`).first();
  const isLit = async () => (await words.getAttribute('data-on')) !== null;
  const isInSight = () =>
    page.locator(`#lab-${lab} [data-shows~="${name}"]`).evaluateAll((parts) =>
      parts.some((part) => {
        const { top, bottom } = part.getBoundingClientRect();
        return Math.min(bottom, innerHeight) - Math.max(top, 0) > 100;
      }),
    );
  await expect
    .poll(
      async () => {
        // Before the lab and its first answer have come there is nobody to hear them, and nothing to see.
        if ((await isLit()) && (await isInSight())) return true;
        await words.click();
        await page.waitForTimeout(700);
        return (await isLit()) && (await isInSight());
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  // Where it comes to rest is written into the address.
  await expect.poll(() => page.evaluate(() => location.search)).toContain(name);
});

test('before each lab stands its question, and a guess stays beside the answer', async () => {
  const { page } = await openPage('en/?backend=wasm');
  const pairs = await page
    .locator('[data-piece][data-home]')
    .evaluateAll((pieces) =>
      pieces.map((piece) => [
        (piece as HTMLElement).dataset.home,
        piece.querySelector<HTMLElement>('[data-predict]:last-child')?.dataset.predict,
        piece.nextElementSibling?.id,
      ]),
    );
  expect(pairs.length).toBeGreaterThan(0);
  for (const [lab, question, next] of pairs) expect([question, next]).toEqual([lab, `lab-${lab}`]);
  expect(await page.locator('#opening-question:has([data-predict="compare"]) + #lab-compare').count()).toBe(1);

  const question = page.locator('#predict-bits');
  const answer = question.locator('.predict-answer');
  expect(await answer.isVisible()).toBe(false);
  const guess = question.getByRole('radio').nth(1);
  await guess.check();
  await answer.waitFor();
  await page.reload();
  await answer.waitFor();
  expect(await guess.isChecked()).toBe(true);
});
