/** The lab's store, opened at what the address says and written back into it. */
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useLanguage } from '../../i18n/use-texts';
import type { BatchChoice, Chosen, LabHost } from '../lab';
import type { Samples } from '../shared/files';
import { useChosen } from '../shared/use-chosen';
import { type BatchSize, drawBatch, type Pair } from './batch';
import { createLossStore, DEFAULTS, type LossState, type Settings } from './store';
import { createVectorSource } from './vectors';

/** What the page opens with. */
const FIRST: Extract<BatchChoice, { seed: number }> = { seed: 1, size: 8 };

/** Seeds go round: enough batches for anybody. */
const SEEDS = 1_000;

/** Of a moving slider only where it comes to rest is worth an address. */
const REST_MS = 300;

export interface LossBenchState extends LossState {
  /** null once a pair was changed by hand. */
  readonly drawn: { readonly seed: number; readonly size: BatchSize } | null;
  /** Whether the batch begins with what all labs look at. */
  readonly isLed: boolean;
  choose(changes: Partial<Settings>): void;
  /** Draws the next batch, or one of another size from the same seed. */
  draw(size: BatchSize, isNext: boolean): void;
  change(row: number, pair: Pair): void;
  reset(): void;
}

/** The sample that all labs look at; a reader's own picture has no caption to go with it. */
const leadOf = ({ picture }: Chosen): Pair | undefined => (picture?.kind === 'sample' ? picture : undefined);

/**
 * Pairs that a choice stands for; one that names a drawing nobody has stands for the first batch.
 * @param lead what a drawn batch begins with
 */
function pairsOf(
  choice: BatchChoice,
  samples: Samples,
  lead: Pair | undefined,
): { pairs: readonly Pair[]; drawn: LossBenchState['drawn'] } {
  if ('seed' in choice) return { pairs: drawBatch(choice.seed, choice.size, samples.concepts, lead), drawn: choice };
  const isThere = ({ concept, artist }: Pair) =>
    samples.concepts.some((sample) => sample.concept === concept && sample.artists.includes(artist));
  return choice.pairs.every(isThere) ? { pairs: choice.pairs, drawn: null } : pairsOf(FIRST, samples, lead);
}

export function useLossStore(host: LabHost, samples: Samples): LossBenchState {
  const language = useLanguage();
  const chosen = useChosen(host.chosen);
  const [opened] = useState(() => pairsOf(host.opened.batch ?? FIRST, samples, leadOf(host.chosen.get())));
  const [drawn, setDrawn] = useState(opened.drawn);
  const [lastDrawn, setLastDrawn] = useState(opened.drawn ?? FIRST);
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
      pairs: opened.pairs,
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
      setDrawn(next.drawn);
      if (next.drawn) setLastDrawn(next.drawn);
      host.share({ batch: choice });
      store.getState().compare(next.pairs);
    },
    [host, samples, store],
  );

  // A drawn batch begins with what all labs look at.
  useEffect(() => {
    let lead = leadOf(host.chosen.get());
    const follow = () => {
      const next = leadOf(host.chosen.get());
      if (next?.concept === lead?.concept && next?.artist === lead?.artist) return;
      lead = next;
      if (drawn) store.getState().compare(pairsOf(drawn, samples, lead).pairs);
    };
    return host.chosen.subscribe(follow);
  }, [host, samples, store, drawn]);

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
  useEffect(
    () =>
      host.onAsked((asked) => {
        const wanted = { temperature: asked.temperature, bias: asked.bias, positives: asked.positives };
        store.getState().set(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
        if (asked.batch) compare(asked.batch);
      }),
    [host, store, compare],
  );
  return {
    ...state,
    drawn,
    isLed: drawn !== null && leadOf(chosen) !== undefined,
    choose: state.set,
    draw: (size, isNext) => compare({ seed: isNext ? (lastDrawn.seed % SEEDS) + 1 : lastDrawn.seed, size }),
    change: (row, pair) => compare({ pairs: state.requested.pairs.map((each, i) => (i === row ? pair : each)) }),
    reset() {
      state.set(DEFAULTS);
      compare(undefined);
    },
  };
}
