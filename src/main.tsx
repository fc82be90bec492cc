/** Brings the built page to life. */
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app/App';
import { openPage } from './app/page';
import { articleOf } from './reader/article-html';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no element with the id "root"');

// Search engines ask for whole addresses, which a page for any host learns only where it is read.
for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"]')) link.setAttribute('href', link.href);

const page = openPage();
const firstArticle = articleOf(document);
// By itself, after the scripts have run; a transition comes to life in small steps, between which the reader can scroll.
setTimeout(() =>
  startTransition(() => {
    hydrateRoot(
      root,
      <StrictMode>
        <App page={page} openingHost={page.host} firstArticle={firstArticle} />
      </StrictMode>,
    );
  }),
);
