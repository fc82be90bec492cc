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

/** The HTML within an element as it was when first asked for: to write out the whole article at a stroke would hold up a phone. */
function htmlWithin(element: HTMLElement): () => string {
  let html: string | undefined;
  return () => {
    html ??= element.innerHTML;
    return html;
  };
}

function pieceOf(element: HTMLElement): ArticlePiece {
  const html = htmlWithin(element);
  return {
    get html() {
      return html();
    },
    lab: element.dataset.lab ?? null,
    home: element.dataset.home ?? null,
  };
}

/** The article of a page, to be read before anything changes it; throws where the page has none. */
export function articleOf(page: Document): ArticleHtml {
  const within = (id: string) => {
    const element = page.getElementById(id);
    if (!element) throw new Error(`the page has no element with the id "${id}"`);
    return htmlWithin(element);
  };
  const [openingQuestion, lists] = [within(OPENING_QUESTION_ID), within(LISTS_ID)];
  return {
    get openingQuestion() {
      return openingQuestion();
    },
    sections: [...page.querySelectorAll<HTMLElement>('[data-section]')].map((section) => ({
      id: section.dataset.section ?? '',
      pieces: [...section.querySelectorAll<HTMLElement>('[data-piece]')].map(pieceOf),
    })),
    get lists() {
      return lists();
    },
  };
}
