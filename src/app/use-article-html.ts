/** The article in the language being read. The other language is fetched from its own page when it is asked for. */
import { useCallback, useState } from 'react';
import type { Language } from '../i18n/language';
import { type ArticleHtml, articleOf } from '../reader/article-html';
import { useMessages } from './messages';
import type { Page } from './page';

interface Written {
  readonly html: ArticleHtml;
  readonly title: string;
}

/** Fetches a page as text, whatever the answer says; null where there is none. */
async function fetchAnswer(address: URL): Promise<{ readonly isOk: boolean; readonly text: string } | null> {
  try {
    const response = await fetch(address);
    return { isOk: response.ok, text: await response.text() };
  } catch {
    return null;
  }
}

/** Throws where the answer is not a page of this kind. */
function writtenIn({ isOk, text }: { readonly isOk: boolean; readonly text: string }): Written {
  if (!isOk) throw new Error('no such page');
  const other = new DOMParser().parseFromString(text, 'text/html');
  return { html: articleOf(other), title: other.title };
}

export function useArticleHtml(page: Page | null, firstArticle: ArticleHtml) {
  const [html, setHtml] = useState(firstArticle);
  const chooseLanguage = useCallback(
    async (language: Language) => {
      if (!page) return;
      const address = page.addressIn(language);
      const { say, dismiss } = useMessages.getState();
      const answer = await fetchAnswer(address);
      if (!answer) {
        // Going there would lose what the reader has brought and painted.
        say('language', { kind: 'language-missing', tryAgain: () => void chooseLanguage(language) });
        return;
      }
      dismiss('language');
      try {
        const written = writtenIn(answer);
        document.title = written.title;
        page.chooseLanguage(language);
        setHtml(written.html);
      } catch {
        // What came instead of the page, the browser shows best.
        location.assign(address);
      }
    },
    [page],
  );
  return { html, chooseLanguage: (language: Language) => void chooseLanguage(language) };
}
