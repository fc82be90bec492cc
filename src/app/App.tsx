/** The page: its head, the labs in order, and what it has to tell. */
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { LANGUAGE_TAGS } from '../i18n/language';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { LABS } from '../labs/registry';
import { LabBoundary } from './LabBoundary';
import { Masthead } from './Masthead';
import { Messages } from './Messages';
import { openPage } from './page';
import { appTexts } from './texts';
import '../ui/tokens.css';
import '../ui/base.css';
import './App.css';

const page = openPage();

export function App() {
  const t = useTexts(appTexts);
  const language = useLanguage();
  // After the first paint: what the reader sees first needs no engine.
  useEffect(() => page.startEngine(), []);
  return (
    <I18nProvider locale={LANGUAGE_TAGS[language]}>
      <Messages onRetryEngine={page.retryEngine} />
      <Masthead onLanguage={page.chooseLanguage} />
      <main>
        {LABS.map((lab) => (
          <LabBoundary key={lab.id} lab={lab} host={page.host} />
        ))}
      </main>
      <footer className="footer">{t('footer')}</footer>
    </I18nProvider>
  );
}
