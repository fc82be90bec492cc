/** The works that the article and the corrections rest on. */
import { BIBLIOGRAPHY } from '../bibliography/bibliography';
import type { Reference } from '../bibliography/reference';
import { useArticle } from './context';
import { articleTexts } from './texts';

function Entry({ reference: { id, authors, year, title, arxiv, url } }: { readonly reference: Reference }) {
  return (
    <li id={`ref-${id}`} tabIndex={-1}>
      {`${authors} (${year}). `}
      <cite lang="en">{title}</cite>
      {'. '}
      {arxiv && <a href={`https://arxiv.org/abs/${arxiv}`}>{`arXiv:${arxiv}`}</a>}
      {url && <a href={url}>{new URL(url).hostname + new URL(url).pathname}</a>}
    </li>
  );
}

export function Bibliography() {
  const { say } = useArticle();
  return (
    <section id="bibliography" className="appendix" aria-labelledby="bibliography-title">
      <h2 id="bibliography-title">{say(articleTexts.bibliography)}</h2>
      <ul className="bibliography">
        {BIBLIOGRAPHY.map((reference) => (
          <Entry key={reference.id} reference={reference} />
        ))}
      </ul>
    </section>
  );
}
