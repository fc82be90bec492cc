/**
 * Where a lab stands: at home in the page, or, once the reader has gone on to a section that it belongs to, docked beside the
 * text (above it on a tablet, below it on a phone, by style sheet). It is the same lab: nothing in it is lost on the way.
 *
 * A docked lab has an ancestor with `data-docked` and shows its essentials.
 */
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { LAB_NAMES } from '../article/labs';
import type { TextPair } from '../i18n/texts';
import { useLanguage, useTexts } from '../i18n/use-texts';
import type { Lab, LabHost } from '../labs/lab';
import { useReadingPlace } from '../reader/reading-place';
import { Button } from '../ui/Button';
import { createCalmChoice } from './calm-choice';
import { LabBoundary } from './LabBoundary';
import { appTexts } from './texts';
import { useDockPush } from './use-dock-push';
import { useIsPrinting } from './use-is-printing';
import './LabStage.css';

interface LabStageProps {
  readonly lab: Lab;
  /** null until the page can compute. */
  readonly host: LabHost | null;
  /** The page opens with it; any other lab is fetched when its home comes near. */
  readonly isFirst?: boolean;
}

/** What is not named there is the lab that the page opens with. */
const NAMES: Readonly<Record<string, TextPair>> = LAB_NAMES;

/** As in the style sheet. */
const PHONE = '(max-width: 43.99rem)';

/** A home that ends up here, under the contents or right below, is read: the lab belongs beside what follows. */
const WITHOUT_TOP = '-15% 0px 0px';

/** Whether any of the element is in the window, or within `margin` of it. */
function useIsInView(element: RefObject<HTMLElement | null>, margin: string, atFirst: boolean): boolean {
  const [isInView, setIsInView] = useState(atFirst);
  useEffect(() => {
    // A busy page gets several entries at once; the last is how it stands.
    const look = (entries: readonly IntersectionObserverEntry[]) => setIsInView(entries.at(-1)?.isIntersecting ?? false);
    const observer = new IntersectionObserver(look, { rootMargin: margin });
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, margin]);
  return isInView;
}

export function LabStage({ lab, host, isFirst = false }: LabStageProps) {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const home = useRef<HTMLElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const isHomeInView = useIsInView(home, WITHOUT_TOP, isFirst);
  const isHomeNear = useIsInView(home, '100%', isFirst);
  const isWanted = useReadingPlace((place) => place.lab === lab.id);
  const isPrinting = useIsPrinting();
  const [isFolded, setIsFolded] = useState(false);
  const isDocked = isWanted && !isHomeInView && !isPrinting;

  // Once there, it stays.
  const [isFetched, setIsFetched] = useState(isFirst);
  if (!isFetched && (isHomeNear || isWanted)) setIsFetched(true);

  // On a phone the text has the window until the lab is asked for.
  useEffect(() => setIsFolded(matchMedia(PHONE).matches), []);
  useEffect(() => host?.onAsked(() => setIsFolded(false)), [host]);

  useDockPush(stage, isDocked);

  const chosen = useMemo(() => host && createCalmChoice(host.chosen, isFirst), [host, isFirst]);
  const calmHost = useMemo(() => host && chosen && { ...host, chosen }, [host, chosen]);
  const isInSight = isHomeInView || isDocked;
  useEffect(() => chosen?.setInSight(isInSight), [chosen, isInSight]);

  // Its home keeps the height of what has gone out of it, so that the text does not move.
  const height = useRef(0);
  useLayoutEffect(() => {
    const element = home.current;
    if (!element) return;
    if (isDocked) {
      element.style.minHeight = `${height.current}px`;
      return () => element.style.removeProperty('min-height');
    }
    const observer = new ResizeObserver(() => {
      height.current = element.offsetHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isDocked]);

  return (
    <section ref={home} id={`lab-${lab.id}`} className="stage-home" data-part={`lab-${lab.id}`}>
      <div ref={stage} className="stage" data-docked={isDocked || undefined} data-folded={(isDocked && isFolded) || undefined}>
        {isDocked && (
          <div className="stage-fold">
            <span aria-hidden="true">{NAMES[lab.id]?.[language] ?? t('contentsLab')}</span>
            <Button look="quiet" onPress={() => setIsFolded(!isFolded)}>
              {t(isFolded ? 'unfold' : 'fold')}
            </Button>
          </div>
        )}
        <div className="stage-lab">
          {calmHost && isFetched ? <LabBoundary lab={lab} host={calmHost} /> : <div className="lab-pending" />}
        </div>
      </div>
    </section>
  );
}
