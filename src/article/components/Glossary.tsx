/** The terms, each in both languages with its one sentence. */
import { LANGUAGE_TAGS } from '../../i18n/language';
import { GLOSSARY } from '../glossary/glossary';
import { useArticle } from './context';
import { articleTexts } from './texts';

export function Glossary() {
  const { say, language } = useArticle();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <section id="glossary" className="appendix" aria-labelledby="glossary-title">
      <h2 id="glossary-title">{say(articleTexts.glossary)}</h2>
      <ul className="glossary">
        {GLOSSARY.map((entry) => (
          <li key={entry.id} id={`term-${entry.id}`} tabIndex={-1}>
            <p>
              <strong>{entry[language]}</strong>{' '}
              <span className="glossary-other" lang={LANGUAGE_TAGS[other]}>
                {entry[other]}
              </span>
            </p>
            <p>{say(entry.sentence)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
