/**
 * Vite plugin: the page of each language as static HTML, at `zh/` and `en/`. In a build they are rendered once; the dev server
 * renders them anew at each request, so that an edited text shows after a reload.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { earlyScript } from './early-script';
import { readPublic } from './read-public';
import { soonNeeded, stylesOfOpeningLab } from './soon-needed';
import { startScript } from './start-script';
import { stylesToClasses } from './style-classes';

/** The part of `src/prerender.tsx` that is used here; it runs inside of Vite, which reads its MDX. */
interface Prerenderer {
  prerender(
    language: string,
    read: (file: string) => unknown,
  ): Promise<{
    readonly root: string;
    readonly title: string;
    readonly description: string;
    readonly complaints: readonly string[];
  }>;
}

/** Language -> what its `lang` attribute says. */
const PAGES = { zh: 'zh-Hans', en: 'en' } as const;
type PageLanguage = keyof typeof PAGES;
const LANGUAGES = Object.keys(PAGES) as PageLanguage[];

const TEMPLATE = 'src/page.html';
const RENDERER = resolve('src/prerender.tsx');

/** As the build writes them. */
const MODULE_SCRIPT = /<script type="module"[^>]* src="\.\.\/assets\/([^"]+)"><\/script>\s*/g;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

interface RenderedPage {
  readonly html: string;
  readonly css: string;
  readonly complaints: readonly string[];
}

async function renderPage({ prerender }: Prerenderer, language: PageLanguage): Promise<RenderedPage> {
  const passedOver = new Set<string>();
  const read = (file: string) => readPublic('public', file, (complaint) => passedOver.add(complaint));
  const { root, title, description, complaints } = await prerender(language, read);
  const { html, css } = stylesToClasses(root);
  const replacements: readonly (readonly [place: string, content: string])[] = [
    ['<html lang="en">', `<html lang="${PAGES[language]}">`],
    ['<title>One Image, Two Codes</title>', `<title>${escapeText(title)}</title>`],
    ['content="description"', `content="${escapeText(description)}"`],
    ['<!-- early -->', `<script>${earlyScript}</script>`],
    ['<!-- root -->', html],
  ];
  const page = replacements.reduce(
    (text, [place, content]) => {
      if (!text.includes(place)) throw new Error(`${TEMPLATE} has no ${place}`);
      return text.replace(place, () => content);
    },
    readFileSync(TEMPLATE, 'utf8'),
  );
  return { html: page, css, complaints: [...passedOver, ...complaints] };
}

/** Renders both pages with a server of its own, which listens to nobody and reads MDX as the build does. */
async function renderAll(plugins: () => Plugin[]): Promise<ReadonlyMap<PageLanguage, RenderedPage>> {
  const server = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    plugins: plugins(),
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const renderer = (await server.ssrLoadModule(RENDERER)) as Prerenderer;
    // One after the other: the page's texts speak one language at a time.
    const pages = new Map<PageLanguage, RenderedPage>();
    for (const language of LANGUAGES) pages.set(language, await renderPage(renderer, language));
    return pages;
  } finally {
    await server.close();
  }
}

/** @param plugins what it takes to load `src/prerender.tsx` */
export function prerenderPlugin(plugins: () => Plugin[]): Plugin {
  const fileOf = (language: PageLanguage) => resolve(language, 'index.html');
  const languageOf = (file: string) => LANGUAGES.find((language) => fileOf(language) === resolve(file));
  let pages: ReadonlyMap<PageLanguage, RenderedPage> = new Map();
  let styles = { fileName: '', source: '' };
  let start = { fileName: '', source: '' };

  return {
    name: 'prerender',
    config: (_, { command }) =>
      command === 'build'
        ? { build: { rolldownOptions: { input: ['index.html', ...LANGUAGES.map((language) => `${language}/index.html`)] } } }
        : {},
    async buildStart() {
      if (this.environment.mode === 'dev') return;
      pages = await renderAll(plugins);
      for (const { complaints } of pages.values()) for (const complaint of complaints) this.warn(complaint);
      const source = [...new Set([...pages.values()].flatMap(({ css }) => css.split('\n')))].sort().join('\n');
      styles = { fileName: `assets/article-${hashOf(source)}.css`, source };
    },
    resolveId: (id) => (languageOf(id) && pages.size > 0 ? resolve(id) : undefined),
    load(id) {
      const language = languageOf(id);
      return language && pages.get(language)?.html;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle }) {
        if (!bundle || !languageOf(filename)) return;
        const scripts = [...html.matchAll(MODULE_SCRIPT)].map(([, file = '']) => file);
        if (scripts.length === 0) throw new Error(`no script was found in ${filename}, and the page needs its own`);
        const late = stylesOfOpeningLab(bundle).filter((file) => !html.includes(file));
        if (late.length > 0)
          throw new Error(`styles of the lab that the page opens with come late: ${late}; see opening-styles.ts`);
        const soon = soonNeeded(bundle).filter((file) => !scripts.includes(file));
        const source = startScript(scripts, soon);
        start = { fileName: `assets/start-${hashOf(source)}.js`, source };
        return {
          html: html.replaceAll(MODULE_SCRIPT, ''),
          tags: [
            { tag: 'script', attrs: { type: 'module', src: `../${start.fileName}` }, injectTo: 'head' },
            { tag: 'link', attrs: { rel: 'stylesheet', href: `../${styles.fileName}` }, injectTo: 'head' },
          ],
        };
      },
    },
    generateBundle: {
      // After the pages, which tell what they begin with: in either language the same.
      order: 'post',
      handler() {
        for (const file of [styles, start]) this.emitFile({ type: 'asset', ...file });
      },
    },
    configureServer(server) {
      let rendered: Promise<unknown> = Promise.resolve();
      server.middlewares.use(async (request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        const language = LANGUAGES.find((candidate) => path === `/${candidate}/`);
        if (!language) return next();
        try {
          const renderer = (await server.ssrLoadModule(RENDERER)) as Prerenderer;
          // One after the other, as in a build.
          const rendering = rendered.then(() => renderPage(renderer, language));
          rendered = rendering.catch(() => undefined);
          const { html, css, complaints } = await rendering;
          for (const complaint of complaints) server.config.logger.warn(complaint);
          const page = html.replace('</head>', `<style>${css}</style></head>`);
          response.setHeader('Content-Type', 'text/html');
          response.end(await server.transformIndexHtml(path, page));
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
