/** Beside the tokens: the one vector of the same image, moved, and what a decoder makes of that. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { PixelImage } from '../../ui/PixelImage';
import { RangeSlider } from '../../ui/RangeSlider';
import { WeightLayer } from '../../ui/WeightLayer';
import type { LabHost } from '../lab';
import { differenceLayer } from '../shared/pixel-difference';
import { useRejected } from '../shared/use-rejected';
import { spreadOf } from './locality';
import { MovedNumber } from './MovedNumber';
import { createMoveStore, type MoveState, type ShownMove } from './move-store';
import { rejectedMove } from './rejected';
import type { Ground } from './store';
import { paintTexts } from './texts';
import { FIRST_AMOUNTS, FIRST_MOVE, readMove, writeMove } from './vectors';

interface EmbeddingBrushProps {
  readonly host: LabHost;
  readonly ground: Ground;
  /** Counts how often all was put back. */
  readonly resets: number;
}

/** Of a moving slider only where it comes to rest is worth an address. */
const REST_MS = 300;

function useMoveStore(host: LabHost, ground: Ground, resets: number): MoveState {
  const { embedding, partnerEmbedding } = ground;
  const { decoder, move } = host.opened;
  useRejected(host, () => rejectedMove(host.opened, embedding.length));
  const [first] = useState(() => (move === undefined ? null : readMove(move, embedding.length)));
  const [store] = useState(() => createMoveStore(host.engine, first ?? FIRST_MOVE));
  const state = useStore(store);
  useEffect(() => store.getState().start({ from: embedding, to: partnerEmbedding }), [store, embedding, partnerEmbedding]);
  // Whoever follows a link to what the decoder draws has asked for it.
  useEffect(() => {
    if (decoder !== undefined || first) store.getState().open();
  }, [store, decoder, first]);
  useEffect(() => {
    if (resets === 0) return;
    store.getState().reset();
    host.share({ decoder: undefined, move: undefined });
  }, [host, store, resets]);
  // Before anything else can happen: whoever sees the lab may ask.
  useLayoutEffect(
    () =>
      host.onAsked((asked) => {
        const wanted = asked.move === undefined ? null : readMove(asked.move, embedding.length);
        if (wanted) store.getState().ask(wanted);
        if (wanted || asked.decoder) store.getState().open();
      }),
    [host, store, embedding],
  );
  const isOpen = state.progress.state !== 'idle';
  useEffect(() => {
    if (isOpen) host.tell({ decoder: 'open', move: writeMove(state.requested) });
    return () => host.tell({ decoder: undefined, move: undefined });
  }, [host, isOpen, state.requested]);
  useEffect(() => {
    if (!isOpen) return;
    const move = writeMove(state.requested);
    const told = { decoder: 'open', move: move === writeMove(FIRST_MOVE) ? undefined : move } as const;
    const timer = setTimeout(() => host.share(told), REST_MS);
    return () => clearTimeout(timer);
  }, [host, isOpen, state.requested]);
  return state;
}

function Pictures({ shown, grid }: { readonly shown: ShownMove; readonly grid: number }) {
  const t = useTexts(paintTexts);
  const number = useNumbers();
  const layer = useMemo(() => differenceLayer(shown.from, shown.moved), [shown]);
  const { area } = useMemo(() => spreadOf(shown.from, shown.moved, [], grid), [shown, grid]);
  return (
    <div className="paint-moves">
      <figure>
        <PixelImage pixels={shown.from} side={IMAGE_SIZE} label={t('fromVector')} />
        <figcaption>{t('fromVector')}</figcaption>
      </figure>
      <figure>
        <PixelImage pixels={shown.moved} side={IMAGE_SIZE} label={t('moved')} />
        <figcaption>{t('moved')}</figcaption>
      </figure>
      {shown.move.way === 'between' && (
        <figure>
          <PixelImage pixels={shown.to} side={IMAGE_SIZE} label={t('otherVector')} />
          <figcaption>{t('otherVector')}</figcaption>
        </figure>
      )}
      <figure>
        <div className="paint-heat">
          <WeightLayer weights={layer} side={IMAGE_SIZE} label={t('moveChanged')} />
        </div>
        <figcaption className="tabular" data-figure="vector-area">
          {t('vectorArea', { share: t('percent', { value: number(100 * area) }) })}
        </figcaption>
      </figure>
    </div>
  );
}

export function EmbeddingBrush({ host, ground, resets }: EmbeddingBrushProps) {
  const t = useTexts(paintTexts);
  const number = useNumbers();
  const { progress, requested, shown, open, ask } = useMoveStore(host, ground, resets);
  const { way, dimension, amount } = requested;
  const root = useRef<HTMLDivElement>(null);
  const isAwaited = useRef(false);
  // What the reader fetched takes the place of the button, and the focus with it.
  useEffect(() => {
    if (!shown || !isAwaited.current) return;
    isAwaited.current = false;
    if (document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [shown]);
  const isMissing = progress.state === 'failed' && progress.failure.code.startsWith('weights');
  return (
    <div ref={root} className="paint-embedding" data-shows="decoder move" tabIndex={-1}>
      <h3>{t('embeddingTitle')}</h3>
      <p className="paint-lede">{t('embeddingLede')}</p>
      {progress.state === 'failed' && <p role="alert">{t(isMissing ? 'decoderMissing' : 'failed')}</p>}
      {(!shown || progress.state === 'failed') && (
        <Button
          isDisabled={progress.state === 'running'}
          onPress={() => {
            isAwaited.current = true;
            open();
          }}
        >
          {t(progress.state === 'running' ? 'fetching' : progress.state === 'failed' ? 'tryAgain' : 'fetchDecoder')}
        </Button>
      )}
      {shown && (
        <>
          <Choice
            label={t('way')}
            options={[
              { value: 'along', content: t('along') },
              { value: 'between', content: t('between') },
            ]}
            value={way}
            onChange={(value) => ask({ way: value, amount: FIRST_AMOUNTS[value] })}
          />
          <div className="paint-sliders">
            {way === 'along' && (
              <RangeSlider
                label={t('dimension')}
                low={1}
                high={ground.embedding.length}
                step={1}
                value={dimension + 1}
                onChange={(value) => ask({ dimension: value - 1 })}
                textOf={(value) => number(value)}
              />
            )}
            <RangeSlider
              label={t(way === 'between' ? 'share' : 'amount')}
              low={way === 'between' ? 0 : -1}
              high={1}
              step={0.05}
              value={amount}
              onChange={(value) => ask({ amount: Math.round(value * 100) / 100 })}
              textOf={(value) => (way === 'between' ? t('percent', { value: number(100 * value) }) : number(value, 2))}
            />
          </div>
          {shown.move.way === 'along' && <MovedNumber shown={shown} />}
          <Pictures shown={shown} grid={ground.settings.grid} />
          <p className="paint-note">{t('blurNote')}</p>
        </>
      )}
    </div>
  );
}
