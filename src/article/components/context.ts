/**
 * What a section's text (`<section>/zh.mdx`, `<section>/en.mdx`) may use without importing it. The article is rendered once, when
 * the page is built; what moves in it is done by `src/reader/`, which finds the attributes that these components write.
 *
 * - `<Row><Understanding>…</Understanding><Generation>…</Generation></Row>`: one point on both sides, read across.
 *   Leave a blank line after each opening and before each closing tag, so that what is between is Markdown.
 * - `<Both>…</Both>`: what the two share, over both columns. Text outside of rows is over both columns as well.
 * - `<Claim id="11">words</Claim>`: marks a claim of the article with its verdict; opens its entry of the list of claims.
 * - `<Cite id="siglip" at="§3.2" />`: a work of the bibliography.
 * - `<Term id="patch">word</Term>`: opens the glossary's entry.
 * - `<SetLab k={16}>words</SetLab>`: a button that sets the lab; `lab-settings.ts` lists what can be set, any of it together.
 * - `<Lit k=">=512">sentence</Lit>`: lights up while the lab shows it; of several conditions all must hold.
 * - `<Result id="summary:psnr.16.512.heldOut" />`: a measured figure with its unit; its ids are in `figures/figures.ts`.
 * - `<LabHome id="swap" />`, between blocks: the lab's question, then its home; from there on it stands beside the text, until the
 *   section ends or `<Beside id="compare" />` puts another there.
 * - `<LabIndex />`: the labs along the text, by name.
 * - `<ComparisonTable />`, `<LiteratureFigure />`, and at the end `<ClaimList />`, `<Glossary />`, `<Bibliography />`, which
 *   the page sets itself.
 * - In formulas, `\htmlData{symbol=tau}{\tau}` ties a symbol to what has the same `data-symbol` elsewhere on the page.
 */
import { createContext, useContext } from 'react';
import type { Language } from '../../i18n/language';
import type { TextPair } from '../../i18n/texts';
import type { ReadMeasured } from '../figures/read-figure';

export interface ArticleContent {
  readonly language: Language;
  readonly read: ReadMeasured;
  /** Ids of the labs that the page has. */
  readonly labs: readonly string[];
  /** Takes what is wrong with the text, such as an id that nothing has. */
  readonly complain: (complaint: string) => void;
}

export const ArticleContext = createContext<ArticleContent | null>(null);

/** The language being written, and the half of a pair that it takes. */
export function useArticle(): ArticleContent & { readonly say: (pair: TextPair) => string } {
  const content = useContext(ArticleContext);
  if (!content) throw new Error('an article component stands outside of the article');
  return { ...content, say: (pair) => pair[content.language] };
}
