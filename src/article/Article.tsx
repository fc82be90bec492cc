/** The article as it stands in the built page: the text of each section, and the lists that their links lead to. */
import type { MDXComponents } from 'mdx/types';
import type { ComponentType } from 'react';
import { Bibliography } from './components/Bibliography';
import { Cite } from './components/Cite';
import { Claim } from './components/Claim';
import { ClaimList } from './components/ClaimList';
import { ComparisonTable } from './components/ComparisonTable';
import { type ArticleContent, ArticleContext } from './components/context';
import { Glossary } from './components/Glossary';
import { Beside, LabHome } from './components/LabHome';
import { LabIndex } from './components/LabIndex';
import { Lit } from './components/Lit';
import { Predict } from './components/Predict';
import { Result } from './components/Result';
import { Both, Generation, Row, Understanding } from './components/Row';
import { SetLab } from './components/SetLab';
import { Term } from './components/Term';
import { LiteratureFigure } from './literature/LiteratureFigure';
import type { Section } from './section';

type Text = ComponentType<{ readonly components: MDXComponents }>;

/** What a text may use without importing it. */
const COMPONENTS: MDXComponents = {
  Beside,
  Both,
  Cite,
  Claim,
  ComparisonTable,
  Generation,
  LabHome,
  LabIndex,
  Lit,
  LiteratureFigure,
  Result,
  Row,
  SetLab,
  Term,
  Understanding,
};

const TEXTS = import.meta.glob<{ readonly default: Text }>('./*/*.mdx', { eager: true });

/** The text of one section. */
export function SectionText({ section, ...content }: ArticleContent & { readonly section: Section }) {
  const Text = TEXTS[`./${section.id}/${content.language}.mdx`]?.default;
  return <ArticleContext value={content}>{Text && <Text components={COMPONENTS} />}</ArticleContext>;
}

/** The question that stands before the lab that the page opens with. */
export function OpeningQuestion(content: ArticleContent) {
  const [opening = ''] = content.labs;
  return (
    <ArticleContext value={content}>
      <Predict id={opening} />
    </ArticleContext>
  );
}

/** The lists at its end: claims, terms, works. */
export function ArticleLists(content: ArticleContent) {
  return (
    <ArticleContext value={content}>
      <ClaimList />
      <Glossary />
      <Bibliography />
    </ArticleContext>
  );
}
