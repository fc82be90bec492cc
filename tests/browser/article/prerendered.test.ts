/** The pages as they are built: readable without a script, each in its language, both of one structure, every link leading somewhere. */
import { expect, test } from 'vitest';
import { openPage } from '../harness/open-page';

const LANGUAGES = [
  ['zh', 'zh-Hans', '一图二码'],
  ['en', 'en', 'One Image, Two Codes'],
] as const;

const openPlain = (path: string) => openPage(path, { javaScriptEnabled: false });

test.each(LANGUAGES)('%s/ reads without JavaScript, in its own language', async (language, tag, title) => {
  const { page } = await openPlain(`${language}/`);
  expect(await page.locator('html').getAttribute('lang')).toBe(tag);
  expect(await page.title()).toContain(title);
  expect((await page.locator('meta[name="description"]').getAttribute('content'))?.length).toBeGreaterThan(40);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThanOrEqual(6);
  expect(await page.locator('#goals').isVisible()).toBe(true);
  const alternates = page.locator('link[rel="alternate"]');
  const pairs = await alternates.evaluateAll((links) =>
    links.map((link) => [link.getAttribute('hreflang'), new URL((link as HTMLLinkElement).href).pathname]),
  );
  expect(Object.fromEntries(pairs)).toEqual({ 'zh-Hans': '/zh/', en: '/en/', 'x-default': '/' });
});

test('titles and descriptions differ between the languages', async () => {
  const headOf = async (language: string) => {
    const { page } = await openPlain(`${language}/`);
    return [await page.title(), await page.locator('meta[name="description"]').getAttribute('content')];
  };
  const [zh, en] = [await headOf('zh'), await headOf('en')];
  expect(zh[0]).not.toBe(en[0]);
  expect(zh[1]).not.toBe(en[1]);
});

test('in Chinese, punctuation beside Chinese words has full width, in what only a screen reader says too', async () => {
  const { page } = await openPlain('zh/');
  const texts = await page.locator('body').evaluate((body) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const said: string[] = [];
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest('script, style, annotation')) said.push(walker.currentNode.nodeValue ?? '');
    for (const element of body.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
      for (const name of ['aria-label', 'title', 'alt', 'placeholder']) said.push(element.getAttribute(name) ?? '');
    return said;
  });
  expect(texts.length).toBeGreaterThan(1_000);
  expect(texts.filter((text) => /\p{Script=Han}[,:;?!()]|[,:;?!(] ?\p{Script=Han}/u.test(text))).toEqual([]);
});

test('without JavaScript the root offers both languages', async () => {
  const { page } = await openPlain('');
  const root = page.url();
  for (const [language, , title] of LANGUAGES) {
    await page.goto(root);
    await page.locator(`a[href="./${language}/"]`).click();
    expect(await page.title()).toContain(title);
  }
});

/** What must be alike: anchors, headings, claims, citations, formulas, measured figures, sections with their labs. */
const structureOf = async (language: string) => {
  const { page } = await openPlain(`${language}/`);
  return page.locator('main').evaluate((article) => {
    const list = (selector: string, read: (element: Element) => string | null) =>
      [...article.querySelectorAll(selector)].map((element) => read(element) ?? '');
    return {
      anchors: list('[id]', ({ id }) => id).sort(),
      headings: list('h2, h3, h4', ({ tagName, id }) => `${tagName} ${id}`),
      claims: list('.section .claim', (element) => element.getAttribute('href')).sort(),
      citations: list('.section .cite', (element) => element.getAttribute('href')).sort(),
      formulas: list('.katex annotation', ({ textContent }) => textContent).sort(),
      figures: list('.section .result', (element) => element.getAttribute('data-figure')).sort(),
      buttons: list('.set-lab', (element) => JSON.stringify({ ...(element as HTMLElement).dataset })).sort(),
      labs: list('[data-piece]', (element) => JSON.stringify({ ...(element as HTMLElement).dataset })),
    };
  });
};

test('both languages have the same structure', async () => {
  const zh = await structureOf('zh');
  expect(zh.claims.length).toBeGreaterThanOrEqual(35);
  expect(zh.formulas.length).toBeGreaterThan(5);
  expect(zh).toEqual(await structureOf('en'));
});

test.each(LANGUAGES)('in %s, every link within the page leads somewhere, and every id exists once', async (language) => {
  const { page } = await openPlain(`${language}/`);
  const { missing, twice, links } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) => (link.getAttribute('href') ?? '').slice(1));
    return {
      links: targets.length,
      missing: targets.filter((id) => !ids.includes(id)),
      twice: ids.filter((id, i) => ids.indexOf(id) !== i),
    };
  });
  expect(links).toBeGreaterThan(100);
  expect(missing).toEqual([]);
  expect(twice).toEqual([]);
});
