/** The article, as it came with the page; whoever shows it says what stands where a lab has its home. */
import { Fragment, type ReactNode } from 'react';
import { type ArticleHtml, type ArticlePiece, LISTS_ID, OPENING_QUESTION_ID } from './article-html';
import 'katex/dist/katex.min.css';
import './article.css';
import './claims.css';
import './literature.css';
import './print.css';

function Piece({ piece: { html, lab, home } }: { readonly piece: ArticlePiece }) {
  return (
    <div
      className="article"
      data-piece=""
      data-lab={lab ?? undefined}
      data-home={home ?? undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the article is HTML that this project's own build wrote
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

interface ArticleTextProps {
  readonly article: ArticleHtml;
  readonly labAt: (lab: string) => ReactNode;
}

/** The text, section by section. */
export function ArticleText({ article: { sections }, labAt }: ArticleTextProps) {
  return sections.map(({ id, pieces }) => (
    <section key={id} className="section" aria-labelledby={id} data-section={id}>
      {pieces.map((piece, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is what its place makes it; the other language has the same ones
        <Fragment key={i}>
          <Piece piece={piece} />
          {piece.home && labAt(piece.home)}
        </Fragment>
      ))}
    </section>
  ));
}

/** The question to be answered before looking at the lab that the page opens with. */
export function OpeningQuestion({ article, lab }: { readonly article: ArticleHtml; readonly lab: string }) {
  return (
    <div
      id={OPENING_QUESTION_ID}
      className="article"
      data-part={`lab-${lab}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: as above
      dangerouslySetInnerHTML={{ __html: article.openingQuestion }}
    />
  );
}

/** The lists at its end. */
export function ArticleLists({ article }: { readonly article: ArticleHtml }) {
  return (
    <div
      id={LISTS_ID}
      className="article"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: as above
      dangerouslySetInnerHTML={{ __html: article.lists }}
    />
  );
}
