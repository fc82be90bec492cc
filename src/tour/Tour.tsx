/**
 * The guided tour: a card over the page that leads from stop to stop, by itself until the reader takes over, or at the reader's
 * own pace. It can be left at any stop and taken up there again.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { Button } from '../ui/Button';
import { keepStop, recallStop } from './progress';
import { askedUntil, secondsOf, TOUR_STEPS } from './steps';
import { tourTexts } from './texts';
import { type Ask, visit } from './visit';
import './Tour.css';

interface TourProps {
  readonly ask: Ask;
  readonly onClose: () => void;
}

/** What the reader does with the page itself stops the clock. */
const TAKING_OVER = ['pointerdown', 'wheel', 'keydown'] as const;

export default function Tour({ ask, onClose }: TourProps) {
  const t = useTexts(tourTexts);
  const language = useLanguage();
  const card = useRef<HTMLElement>(null);
  const [stops] = useState(() => TOUR_STEPS.filter(({ at }) => document.getElementById(at)));
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      stops.findIndex(({ id }) => id === recallStop()),
    ),
  );
  const [isPlaying, setIsPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  const stop = stops[index];
  const isLast = index === stops.length - 1;

  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  const [begunAt] = useState(index);
  useEffect(() => {
    if (!stop) return;
    keepStop(stop.id);
    // Where the tour is taken up the labs show what the reader had, not what earlier stops had asked for.
    return visit(index === begunAt ? { ...stop, asks: askedUntil(stops, index) } : stop, ask);
  }, [stop, stops, index, begunAt, ask]);

  // The focus goes where the reader has been led to, so that the next key goes on from there.
  const leave = useCallback(() => {
    const target = stop && document.getElementById(stop.at);
    if (target) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
    onClose();
  }, [stop, onClose]);
  const finish = () => {
    keepStop(null);
    leave();
  };

  useEffect(() => {
    if (!isPlaying || !stop || isLast) return;
    const timer = setTimeout(() => setIndex((before) => before + 1), secondsOf(stop, language) * 1_000);
    return () => clearTimeout(timer);
  }, [isPlaying, stop, isLast, language]);

  useEffect(() => {
    const takeOver = (event: Event) => {
      const isOnCard = event.target instanceof Node && card.current?.contains(event.target);
      if (!(event instanceof KeyboardEvent)) {
        if (!isOnCard) setIsPlaying(false);
      } else if (event.key === 'Escape') {
        // A note that it closed, or a field that it cleared, was meant.
        if (!event.defaultPrevented && !(event.target instanceof HTMLInputElement)) leave();
      } else if (!isOnCard) setIsPlaying(false);
      // On the card itself and its buttons the arrows mean nothing else.
      else if (event.key === 'ArrowRight') setIndex((before) => Math.min(before + 1, stops.length - 1));
      else if (event.key === 'ArrowLeft') setIndex((before) => Math.max(before - 1, 0));
    };
    for (const type of TAKING_OVER) document.addEventListener(type, takeOver, { passive: true });
    return () => {
      for (const type of TAKING_OVER) document.removeEventListener(type, takeOver);
    };
  }, [leave, stops]);

  if (!stop) return null;
  return (
    <section ref={card} className="tour" aria-label={t('tour')} tabIndex={-1}>
      <div className="tour-head">
        <p className="tour-place tabular">{t('place', { step: index + 1, count: stops.length })}</p>
        <progress className="tour-progress" value={index + 1} max={stops.length} aria-hidden="true" />
        <Button look="quiet" onPress={leave} label={t('leave')}>
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
      <p className="tour-text" aria-live="polite">
        {stop.text[language]}
      </p>
      <div className="tour-foot">
        <Button look="quiet" onPress={() => setIndex(index - 1)} isDisabled={index === 0}>
          {t('back')}
        </Button>
        <Button look="quiet" onPress={() => setIsPlaying(!isPlaying)} isDisabled={isLast}>
          {t(isPlaying && !isLast ? 'pause' : 'play')}
        </Button>
        <Button look="strong" onPress={() => (isLast ? finish() : setIndex(index + 1))}>
          {t(isLast ? 'finish' : 'next')}
        </Button>
      </div>
    </section>
  );
}
