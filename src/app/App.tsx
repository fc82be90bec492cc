/** The page: its head, the lab that it opens with, the article with the other labs in it, and what it has to tell. */
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { failureOf } from '../engine/errors';
import { LANGUAGE_TAGS } from '../i18n/language';
import { useLanguage, useTexts } from '../i18n/use-texts';
import type { LabHost } from '../labs/lab';
import { LABS } from '../labs/registry';
import { ArticleLists, ArticleText, OpeningQuestion } from '../reader/ArticleView';
import type { ArticleHtml } from '../reader/article-html';
import { NoteCard } from '../reader/NoteCard';
import { useReading } from '../reader/use-reading';
import { Contents } from './Contents';
import { LabStage } from './LabStage';
import { Masthead } from './Masthead';
import { Messages } from './Messages';
import { useMessages } from './messages';
import type { Page } from './page';
import { TourStage } from './TourStage';
import { appTexts } from './texts';
import type { TourLoan } from './tour-loan';
import { useArticleHtml } from './use-article-html';
import '../ui/tokens.css';
import '../ui/base.css';
import '../labs/opening-styles';
import './App.css';

interface AppProps {
  /** Of the lab that the page opens with, which is there from the start; the others come once the page has come to life. */
  readonly openingHost: LabHost;
  /** null while the page is being built, when nothing can be done with it. */
  readonly page: Page | null;
  /** In the language that the page was built in. */
  readonly firstArticle: ArticleHtml;
}

export function App({ page, openingHost, firstArticle }: AppProps) {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const { html, chooseLanguage } = useArticleHtml(page, firstArticle);
  const main = useRef<HTMLElement>(null);
  const { note, closeNote } = useReading(main, html, page?.link ?? null);
  const [isBuilt, setIsBuilt] = useState(false);
  /** What the tour has borrowed; null when there is none. */
  const [tour, setTour] = useState<TourLoan | null>(null);
  const leaveTour = useCallback(() => {
    tour?.giveBack();
    setTour(null);
  }, [tour]);
  const startTour = () => {
    useMessages.getState().dismiss('tour');
    setTour(page?.lendLabs() ?? null);
  };
  const missTour = (cause: unknown) => {
    leaveTour();
    useMessages.getState().say('tour', { kind: 'request-failed', failure: failureOf(cause), tryAgain: startTour });
  };
  // What the reader sees first needs no other lab.
  useEffect(() => {
    startTransition(() => setIsBuilt(true));
  }, []);
  const host = isBuilt && page ? page.host : null;
  const [opening, ...others] = LABS;
  const labAt = (id: string) => {
    const lab = others.find((candidate) => candidate.id === id);
    return lab && <LabStage lab={lab} host={host} />;
  };
  const isAtHome = (id: string) => html.sections.some(({ pieces }) => pieces.some(({ home }) => home === id));
  return (
    <I18nProvider locale={LANGUAGE_TAGS[language]}>
      <a className="skip-link" href="#goals">
        {t('skipToArticle')}
      </a>
      <Messages onRetryEngine={() => page?.retryEngine()} />
      <Masthead onLanguage={chooseLanguage} onTour={tour ? leaveTour : startTour} isTouring={tour !== null} />
      <Contents />
      <main ref={main}>
        {opening && (
          <>
            <OpeningQuestion article={html} lab={opening.id} />
            <LabStage lab={opening} host={openingHost} isFirst />
          </>
        )}
        <ArticleText article={html} labAt={labAt} />
        {others
          .filter(({ id }) => !isAtHome(id))
          .map((lab) => (
            <LabStage key={lab.id} lab={lab} host={host} />
          ))}
        <ArticleLists article={html} />
      </main>
      {tour && <TourStage ask={tour.ask} onClose={leaveTour} onFailure={missTour} />}
      {note && <NoteCard key={note.id} note={note} onClose={closeNote} />}
      <footer className="footer">{t('footer')}</footer>
    </I18nProvider>
  );
}
