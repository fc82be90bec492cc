/** A reference in the text, by authors and year, with the place that is meant. */
import { BIBLIOGRAPHY } from '../bibliography/bibliography';
import { placeIn } from '../bibliography/place';
import { useArticle } from './context';

interface CiteProps {
  readonly id: string;
  readonly at?: string;
}

export function Cite({ id, at }: CiteProps) {
  const { complain, language } = useArticle();
  const reference = BIBLIOGRAPHY.find((candidate) => candidate.id === id);
  if (!reference) {
    complain(`the bibliography has no “${id}”`);
    return null;
  }
  const place = at ? `${language === 'zh' ? '，' : ', '}${placeIn(language, at)}` : '';
  return (
    <a className="cite" href={`#ref-${id}`} data-note={`ref-${id}`}>
      {`${reference.authors} ${reference.year}${place}`}
    </a>
  );
}
