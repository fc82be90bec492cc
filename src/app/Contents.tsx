/** The contents, always at the top: what there is, and where the reader is. */
import { useEffect, useRef } from 'react';
import { SECTIONS } from '../article/sections';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { LABS } from '../labs/registry';
import { useReadingPlace, watchReadingPlace } from '../reader/reading-place';
import { appTexts } from './texts';
import './Contents.css';

/** The lab that the page opens with; the others stand in the sections. */
const [opening] = LABS;

export function Contents() {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const part = useReadingPlace((reading) => reading.part);
  useEffect(watchReadingPlace, []);

  // On a narrow window the contents are wider than it: what is current is brought into sight, without moving the page.
  useEffect(() => {
    const bar = list.current;
    const current = part && bar?.querySelector<HTMLElement>(`[href="#${part}"]`);
    if (bar && current) bar.scrollTo({ left: current.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2 });
  }, [part]);

  const entries = [
    ...(opening ? [{ id: `lab-${opening.id}`, title: t('contentsLab') }] : []),
    ...SECTIONS.map(({ id, title }) => ({ id, title: title[language] })),
    { id: 'claims', title: t('contentsClaims') },
    { id: 'glossary', title: t('contentsGlossary') },
    { id: 'bibliography', title: t('contentsBibliography') },
  ];
  return (
    <nav className="contents" aria-label={t('contents')}>
      <ol ref={list}>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === part ? 'location' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
