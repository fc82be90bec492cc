/** Renders the page of one language as static HTML. Runs when the page is built, never in a browser. */
import { renderToStaticMarkup } from 'react-dom/server';
import { prerender as renderWhole } from 'react-dom/static';
import { App } from './app/App';
import { createStillHost } from './app/still-host';
import { appTexts } from './app/texts';
import { ArticleLists, OpeningQuestion, SectionText } from './article/Article';
import type { ReadMeasured } from './article/figures/read-figure';
import { SECTIONS } from './article/sections';
import { splitAtLabs } from './article/split';
import { i18n } from './i18n/i18n';
import type { Language } from './i18n/language';
import { LABS } from './labs/registry';

export interface PrerenderedPage {
  /** Content of `#root`. */
  readonly root: string;
  readonly title: string;
  readonly description: string;
  /** What is wrong with the text, such as a reference that leads nowhere. */
  readonly complaints: readonly string[];
}

/** @param read content of a JSON file under `public/`; undefined where there is none */
export async function prerender(language: Language, read: ReadMeasured): Promise<PrerenderedPage> {
  void i18n.changeLanguage(language);
  const complaints: string[] = [];
  const content = {
    language,
    read,
    labs: LABS.map(({ id }) => id),
    complain: (complaint: string) => complaints.push(`${language}: ${complaint}`),
  };
  const article = {
    openingQuestion: renderToStaticMarkup(<OpeningQuestion {...content} />),
    sections: SECTIONS.map((section) => ({
      id: section.id,
      pieces: splitAtLabs(renderToStaticMarkup(<SectionText section={section} {...content} />), section.lab ?? null),
    })),
    lists: renderToStaticMarkup(<ArticleLists {...content} />),
  };
  const errors: unknown[] = [];
  const { prelude } = await renderWhole(<App page={null} openingHost={createStillHost()} firstArticle={article} />, {
    // In one piece: the page's policy refuses the scripts that would put pieces in their places.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    // Thrown there, it would end the process.
    onError: (error) => void errors.push(error),
  });
  const root = await new Response(prelude).text();
  if (errors.length > 0) throw errors[0];
  return {
    root,
    title: appTexts.table.pageTitle[language],
    description: appTexts.table.pageDescription[language],
    complaints,
  };
}
