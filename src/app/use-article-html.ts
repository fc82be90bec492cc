/** The article in the language being read. The other language is fetched from its own page when it is asked for. */
import { useCallback, useState } from 'react';
import type { Language } from '../i18n/language';
import { type ArticleHtml, articleOf } from '../reader/article-html';
import type { Page } from './page';

interface Written {
  readonly html: ArticleHtml;
  readonly title: string;
}

async function fetchPage(address: URL): Promise<Written> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${response.status}`);
  const other = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { html: articleOf(other), title: other.title };
}

export function useArticleHtml(page: Page | null, firstArticle: ArticleHtml) {
  const [html, setHtml] = useState(firstArticle);
  const chooseLanguage = useCallback(
    async (language: Language) => {
      if (!page) return;
      const address = page.addressIn(language);
      try {
        const written = await fetchPage(address);
        document.title = written.title;
        page.chooseLanguage(language);
        setHtml(written.html);
      } catch {
        // Whatever kept the text from coming, the browser tells it best.
        location.assign(address);
      }
    },
    [page],
  );
  return { html, chooseLanguage: (language: Language) => void chooseLanguage(language) };
}
