/**
 * The article as HTML, as the page holds it: the question before the lab that the page opens with, sections in pieces, between
 * which labs have their homes, and the lists at its end.
 */

/** A stretch of text; ids of the lab that stands beside it, and of the lab that has its home right after it. */
export interface ArticlePiece {
  readonly html: string;
  readonly lab: string | null;
  readonly home: string | null;
}

export interface ArticleSection {
  readonly id: string;
  readonly pieces: readonly ArticlePiece[];
}

export interface ArticleHtml {
  readonly openingQuestion: string;
  readonly sections: readonly ArticleSection[];
  readonly lists: string;
}

/** Ids of the elements that hold the question and the lists. */
export const OPENING_QUESTION_ID = 'opening-question';
export const LISTS_ID = 'lists';

const pieceOf = ({ innerHTML, dataset }: HTMLElement): ArticlePiece => ({
  html: innerHTML,
  lab: dataset.lab ?? null,
  home: dataset.home ?? null,
});

/** The article of a page; throws where the page has none. */
export function articleOf(page: Document): ArticleHtml {
  const within = (id: string) => {
    const element = page.getElementById(id);
    if (!element) throw new Error(`the page has no element with the id "${id}"`);
    return element.innerHTML;
  };
  const sections = [...page.querySelectorAll<HTMLElement>('[data-section]')].map((section) => ({
    id: section.dataset.section ?? '',
    pieces: [...section.querySelectorAll<HTMLElement>('[data-piece]')].map(pieceOf),
  }));
  return { openingQuestion: within(OPENING_QUESTION_ID), sections, lists: within(LISTS_ID) };
}
