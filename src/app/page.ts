/** Ties the page together once: address, language, engine, messages, and the host that labs are given. */

import { i18n } from '../i18n/i18n';
import { LANGUAGE_TAGS, LANGUAGES, type Language } from '../i18n/language';
import { rememberLanguage } from '../i18n/remembered-language';
import type { LabHost } from '../labs/lab';
import { asRejected, readAddress, writeAddress } from './address';
import { createSharedChoice } from './chosen';
import { createPageEngine, onEngineReady, useEngineStatus } from './engine';
import { fetchScript } from './fetch-script';
import { createLabLink, type LabLink } from './lab-link';
import { useMessages } from './messages';
import { createRefusals } from './refusals';
import { reportRequest } from './request-reports';
import { createSharedQuery } from './shared-query';
import { recallTheme } from './theme';
import { createTourLender, type TourLoan } from './tour-loan';

export interface Page {
  readonly host: LabHost;
  /** Between the text and the labs. */
  readonly link: LabLink;
  /** Address of the page in another language, at the same place and in the same state. */
  addressIn(language: Language): URL;
  chooseLanguage(language: Language): void;
  retryEngine(): void;
  /** Lends the labs to the guided tour. */
  lendLabs(): TourLoan;
}

/** The folder in which the pages of both languages and all files lie. */
const baseUrl = () => new URL('..', document.baseURI).href;

/** The language that the page was built in. */
const builtLanguage = (): Language =>
  LANGUAGES.find((language) => LANGUAGE_TAGS[language] === document.documentElement.lang) ?? 'en';

const query = createSharedQuery(
  () => location.search,
  (written) => history.replaceState(history.state, '', `${location.pathname}${written}${location.hash}`),
);
const share = query.change;

function addressIn(language: Language): URL {
  const address = new URL(`${language}/`, baseUrl());
  address.search = writeAddress(query.get(), { lang: undefined });
  address.hash = location.hash;
  return address;
}

function speak(language: Language): void {
  // Set again, even to what it is, it would have the whole page styled and laid out anew.
  if (document.documentElement.lang !== LANGUAGE_TAGS[language]) document.documentElement.lang = LANGUAGE_TAGS[language];
  void i18n.changeLanguage(language);
}

/** The engine's failures become messages; one that it has got over becomes a notice. */
function reportEngine(): void {
  const { say, dismiss } = useMessages.getState();
  useEngineStatus.subscribe((status, before) => {
    if (status.state === 'failed') say('engine', { kind: 'engine-failed', failure: status.failure });
    if (status.state === 'recovering') say('engine', { kind: 'engine-recovering', failure: status.cause });
    if (status.state === 'ready' && before.state === 'recovering')
      say('engine', { kind: 'engine-recovered', failure: before.cause });
    if (status.state === 'ready' && before.state === 'starting') dismiss('engine');
  });
}

/** An earlier place in the history brings its own query along, of what the page showed then; the page stays as it is, and says so. */
function keepAddress(): void {
  const address = addressIn(i18n.language as Language).href;
  if (address !== location.href) history.replaceState(history.state, '', address);
}

/** Reads the address and sets the page going. Call once. */
export function openPage(): Page {
  const { address, rejected } = readAddress(query.get());
  window.addEventListener('pagehide', query.flush);
  window.addEventListener('popstate', keepAddress);
  const { say, dismiss } = useMessages.getState();
  const language = builtLanguage();
  speak(language);
  recallTheme();
  if (address.lang && address.lang !== language) location.replace(addressIn(address.lang));
  else if (address.lang) share({ lang: undefined });
  const refuse = createRefusals(share);
  refuse(rejected);

  reportEngine();
  const engine = createPageEngine({
    baseUrl: baseUrl(),
    language,
    ...(address.grid ? { grid: address.grid } : {}),
    ...(address.backend ? { backend: address.backend } : {}),
  });

  const { lang: _lang, backend: _backend, ...opened } = address;
  const link = createLabLink();
  const host: LabHost = {
    chosen: createSharedChoice(opened, share),
    onAsked: link.onAsked,
    tell: link.tell,
    engine: engine.client,
    onEngineReady,
    opened,
    share,
    reject: (values) => refuse(asRejected(values)),
    report(failure, tryAgain) {
      // What the engine as a whole suffers is told once, with its own way to try again, which the reader may have put away.
      const status = useEngineStatus.getState();
      if (status.state === 'failed') say('engine', { kind: 'engine-failed', failure: status.failure });
      return status.state === 'failed' || status.state === 'recovering' ? () => {} : reportRequest(failure, tryAgain);
    },
    async importImage(source, name, { isWanted, others }) {
      const { openOwnImage } = await fetchScript(() => import('./own-image'));
      const opened = await openOwnImage(source, name);
      if (!isWanted()) return null;
      if ('failure' in opened) {
        say('import', { kind: 'import-failed', failure: opened.failure });
        return null;
      }
      const { notices, image } = opened;
      if (notices.length > 0 || others > 0) say('import', { kind: 'imported', notices, name, others });
      else dismiss('import');
      return image;
    },
    fileUrl: (path) => new URL(path, baseUrl()).href,
  };

  return {
    host,
    link,
    addressIn,
    chooseLanguage(language) {
      history.replaceState(history.state, '', addressIn(language));
      rememberLanguage(language);
      speak(language);
    },
    retryEngine: engine.retry,
    lendLabs: createTourLender({ chosen: host.chosen, link, share, query: query.get }),
  };
}
