/** Ties the page together once: address, language, engine, messages, and the host that labs are given. */

import { i18n } from '../i18n/i18n';
import { LANGUAGE_TAGS, type Language, preferredLanguage } from '../i18n/language';
import type { LabHost } from '../labs/lab';
import { type AddressChanges, type RejectedParameter, readAddress, writeAddress, writeSample } from './address';
import { createPageEngine, onEngineReady, useEngineStatus } from './engine';
import { useMessages } from './messages';

export interface Page {
  readonly host: LabHost;
  chooseLanguage(language: Language): void;
  /** Fetches the engine and sets it going, unless it is. */
  startEngine(): void;
  retryEngine(): void;
}

/** The folder of the page, where its files lie. */
const baseUrl = () => new URL('.', document.baseURI).href;

function share(changes: AddressChanges): void {
  history.replaceState(history.state, '', writeAddress(location.search, changes) || location.pathname);
}

function speak(language: Language): void {
  document.documentElement.lang = LANGUAGE_TAGS[language];
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

/** Reads the address and sets the page going. Call once. */
export function openPage(): Page {
  const { address, rejected } = readAddress(location.search);
  const { say, dismiss } = useMessages.getState();
  const language = address.lang ?? preferredLanguage(navigator.languages);
  speak(language);
  let refused: readonly RejectedParameter[] = [];
  const refuse = (parameters: readonly RejectedParameter[]) => {
    if (parameters.length === 0) return;
    refused = [...refused, ...parameters];
    say('address', { kind: 'address-rejected', parameters: refused });
    share(Object.fromEntries(parameters.map(({ name }) => [name, undefined])));
  };
  refuse(rejected);

  reportEngine();
  const engine = createPageEngine({
    baseUrl: baseUrl(),
    language,
    ...(address.grid ? { grid: address.grid } : {}),
    ...(address.backend ? { backend: address.backend } : {}),
  });

  const host: LabHost = {
    engine: engine.client,
    onEngineReady,
    opened: {
      ...(address.sample ? { sample: address.sample } : {}),
      ...(address.k ? { k: address.k } : {}),
      ...(address.grid ? { grid: address.grid } : {}),
    },
    share,
    rejectSample: (sample) => refuse([{ name: 'sample', value: writeSample(sample) }]),
    report(failure, tryAgain) {
      // What the engine as a whole suffers is told once, with its own way to try again.
      const { state } = useEngineStatus.getState();
      const topic = `request/${failure.subject ?? failure.code}` as const;
      if (state !== 'failed' && state !== 'recovering') say(topic, { kind: 'request-failed', failure, tryAgain });
      return () => dismiss(topic);
    },
    async importImage(source, name) {
      const { openOwnImage } = await import('./own-image');
      const opened = await openOwnImage(source, name);
      if ('failure' in opened) {
        say('import', { kind: 'import-failed', failure: opened.failure });
        return null;
      }
      if (opened.notices.length > 0) say('import', { kind: 'imported', notices: opened.notices, name });
      else dismiss('import');
      return opened.image;
    },
    fileUrl: (path) => new URL(path, baseUrl()).href,
  };

  return {
    host,
    chooseLanguage(language) {
      speak(language);
      share({ lang: language });
    },
    startEngine() {
      // A failed fetch is told through the engine's status.
      void engine.client().catch(() => undefined);
    },
    retryEngine: engine.retry,
  };
}
