/** The lab's store, opened at what the address says and written back into it. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useLanguage } from '../../i18n/use-texts';
import type { BatchChoice, Chosen, LabHost, Picture } from '../lab';
import type { Samples } from '../shared/files';
import { useChosen } from '../shared/use-chosen';
import { useRejected } from '../shared/use-rejected';
import type { BatchSize, Pair } from './batch';
import { FIRST, pairsOf, rejectedOf } from './batch-choice';
import { isOwn, type OwnPair } from './own-pair';
import { createLossStore, DEFAULTS, type LossState, type Settings } from './store';
import { createVectorSource } from './vectors';

/** Seeds go round: enough batches for anybody. */
const SEEDS = 1_000;

/** Of a moving slider only where it comes to rest is worth an address. */
const REST_MS = 300;

export interface LossBenchState extends LossState {
  /** Whether the batch shown begins with what all labs look at: a sample, or the reader's own picture. */
  readonly lead: Picture['kind'] | null;
  choose(changes: Partial<Settings>): void;
  /** Draws the next batch, or one of another size from the same seed. */
  draw(size: BatchSize, isNext: boolean): void;
  /** @param row among the pairs that can be named */
  change(row: number, pair: Pair): void;
  /** Writes the own picture's caption; null leaves it to the model. */
  write(caption: string | null): void;
  reset(): void;
}

/** The sample that all labs look at. */
const leadOf = ({ picture }: Chosen): Pair | undefined => (picture?.kind === 'sample' ? picture : undefined);

const isSameLead = (a: Picture | null, b: Picture | null): boolean => {
  if (a?.kind === 'sample' && b?.kind === 'sample') return a.concept === b.concept && a.artist === b.artist;
  return a === b;
};

export function useLossStore(host: LabHost, samples: Samples): LossBenchState {
  const language = useLanguage();
  const chosen = useChosen(host.chosen);
  useRejected(host, () => rejectedOf(host.opened, samples));
  const [opened] = useState(() => pairsOf(host.opened.batch ?? FIRST, samples, leadOf(host.chosen.get())));
  const [lastDrawn, setLastDrawn] = useState(opened.drawn ?? FIRST);
  // By file name, so that a caption outlasts another crop of the picture, and a look at a sample.
  const written = useRef(new Map<string, string>());
  const ownOf = useCallback(
    ({ picture }: Chosen): OwnPair | null =>
      picture?.kind === 'own' ? { picture, written: written.current.get(picture.name) ?? null } : null,
    [],
  );
  const [store] = useState(() => {
    const { temperature, bias, positives } = host.opened;
    const source = createVectorSource({
      fileUrl: host.fileUrl,
      engine: host.engine,
      samples,
      settings: () => host.chosen.get().settings,
    });
    return createLossStore({
      source,
      language,
      ...opened,
      own: ownOf(host.chosen.get()),
      settings: {
        temperature: temperature ?? DEFAULTS.temperature,
        bias: bias ?? DEFAULTS.bias,
        positives: positives ?? DEFAULTS.positives,
      },
    });
  });
  useEffect(() => store.getState().speak(language), [store, language]);
  useEffect(() => host.onEngineReady(() => store.getState().catchUp()), [store, host]);
  const state = useStore(store);

  const compare = useCallback(
    (choice: BatchChoice | undefined) => {
      const next = pairsOf(choice ?? FIRST, samples, leadOf(host.chosen.get()));
      if (next.drawn) setLastDrawn(next.drawn);
      host.share({ batch: choice });
      store.getState().compare({ ...next, own: ownOf(host.chosen.get()) });
    },
    [host, samples, store, ownOf],
  );

  // A drawn batch begins with what all labs look at, and any batch with the reader's own picture.
  useEffect(() => {
    let last = host.chosen.get().picture;
    const follow = () => {
      const next = host.chosen.get();
      if (isSameLead(last, next.picture)) return;
      last = next.picture;
      const own = ownOf(next);
      const { requested, compare } = store.getState();
      if (requested.drawn) compare({ ...pairsOf(requested.drawn, samples, leadOf(next)), own });
      else if (own || requested.own) compare({ own });
    };
    return host.chosen.subscribe(follow);
  }, [host, samples, store, ownOf]);

  const { temperature, bias, positives } = state.settings;
  useEffect(() => {
    host.tell({ temperature, bias, positives });
    const unlessDefault = <Value>(value: Value, fallback: Value) => (value === fallback ? undefined : value);
    const told = {
      temperature: unlessDefault(temperature, DEFAULTS.temperature),
      bias: unlessDefault(bias, DEFAULTS.bias),
      positives: unlessDefault(positives, DEFAULTS.positives),
    };
    const timer = setTimeout(() => host.share(told), REST_MS);
    return () => clearTimeout(timer);
  }, [host, temperature, bias, positives]);
  // Before anything else can happen: whoever sees the lab may ask.
  useLayoutEffect(
    () =>
      host.onAsked((asked) => {
        const wanted = { temperature: asked.temperature, bias: asked.bias, positives: asked.positives };
        store.getState().set(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
        if (asked.batch) compare(asked.batch);
      }),
    [host, store, compare],
  );
  const first = state.shown?.pairs[0];
  return {
    ...state,
    lead: first && isOwn(first) ? 'own' : state.shown?.drawn && leadOf(chosen) ? 'sample' : null,
    choose: state.set,
    draw: (size, isNext) => compare({ seed: isNext ? (lastDrawn.seed % SEEDS) + 1 : lastDrawn.seed, size }),
    change: (row, pair) => compare({ pairs: state.requested.pairs.map((each, i) => (i === row ? pair : each)) }),
    write(caption) {
      const name = state.requested.own?.picture.name;
      if (name === undefined) return;
      if (caption === null) written.current.delete(name);
      else written.current.set(name, caption);
      state.compare({ own: ownOf(host.chosen.get()) });
    },
    reset() {
      written.current.clear();
      state.set(DEFAULTS);
      compare(undefined);
    },
  };
}
