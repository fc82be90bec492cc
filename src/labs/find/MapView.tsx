/** One representation's map: to be looked at, moved, enlarged, brushed, and walked by keyboard from drawing to drawing. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type GalleryMaps, MAP_SIDE, type MapRepresentation } from '../../dataset/maps';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { useColourScheme } from '../../ui/use-colour-scheme';
import { paintLit, paintPoints } from './draw-map';
import { followMapPointers, type Place } from './map-pointers';
import { type Area, brushMask, drawingAt, fromFrame, nearestTo, nextTowards, panned, WHOLE, zoomed } from './plots';
import { findTexts } from './texts';
import type { LabMaps } from './use-maps';

interface MapViewProps {
  readonly maps: GalleryMaps;
  readonly map: MapRepresentation;
  readonly state: LabMaps;
  readonly isBrushing: boolean;
  /** Looks for the like of the drawing that is lit. */
  readonly onFind: (row: number) => void;
}

const NAMES = { embedding: 'mapEmbedding', tokens: 'mapTokens', pixels: 'mapPixels' } as const;
/** How near a pointer must come to a drawing, as a share of the frame. */
const REACH = 0.04;
const ZOOM_STEP = 1.6;
const PAN_STEP = 0.15;
/** Half the side of what the key brushes, as a share of the frame. */
const KEY_BRUSH = 0.08;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function MapView({ maps, map, state, isBrushing, onFind }: MapViewProps) {
  const t = useTexts(findTexts);
  const scheme = useColourScheme();
  const frame = useRef<HTMLDivElement>(null);
  const points = useRef<HTMLCanvasElement>(null);
  const lights = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState(0);
  const view = state.views[map];
  const { point, others, area, brushed } = state;

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const isBrushed = useMemo(() => (area ? brushMask(maps, brushed) : null), [maps, area, brushed]);
  const scene = useMemo(() => ({ maps, map, view }), [maps, map, view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: painted anew at another size and in another scheme's colours
  useLayoutEffect(() => {
    if (points.current) paintPoints(points.current, scene, isBrushed);
  }, [scene, isBrushed, size, scheme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useLayoutEffect(() => {
    if (lights.current) paintLit(lights.current, scene, { point, siblings: others }, area);
  }, [scene, point, others, area, size, scheme]);

  /** What the listeners, set once, need to know of now. */
  const now = useRef({ state, view, isBrushing });
  now.current = { state, view, isBrushing };
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const at = ({ x, y }: Place) => {
      const { view: seen } = now.current;
      return { x: fromFrame(x, seen.x, seen.zoom), y: fromFrame(y, seen.y, seen.zoom) };
    };
    const drawingNear = (place: Place) => {
      const { x, y } = at(place);
      const reach = (REACH * MAP_SIDE) / now.current.view.zoom;
      const near = nearestTo(maps, map, x, y, reach);
      return near === undefined ? null : drawingAt(maps, near);
    };
    const areaOf = (from: Place, to: Place): Area => {
      const [a, b] = [at(from), at(to)];
      return { map, left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), right: Math.max(a.x, b.x), bottom: Math.max(a.y, b.y) };
    };
    return followMapPointers(
      element,
      {
        point: (place) => now.current.state.light(place && drawingNear(place)),
        pick: (place) => now.current.state.pin(drawingNear(place)),
        pan: (right, down) => now.current.state.setView(map, (before) => panned(before, right, down)),
        zoom: (factor, { x, y }) => now.current.state.setView(map, (before) => zoomed(before, factor, x, y)),
        brush: (from, to) => now.current.state.setArea(areaOf(from, to), true),
        brushed: () => now.current.state.finishArea(),
      },
      () => now.current.isBrushing,
    );
  }, [maps, map]);

  const walk = (right: number, down: number) => {
    const from = point ?? nearestTo(maps, map, view.x, view.y, Number.POSITIVE_INFINITY);
    const next = point === undefined ? from : from !== undefined && nextTowards(maps, map, from, right, down);
    if (typeof next === 'number') state.pin(drawingAt(maps, next));
  };
  const brushAround = () => {
    if (point === undefined) return;
    const [x, y] = [maps.maps[map].x[point] as number, maps.maps[map].y[point] as number];
    const half = (KEY_BRUSH * MAP_SIDE) / view.zoom;
    state.setArea({ map, left: x - half, top: y - half, right: x + half, bottom: y + half });
  };
  const zoom = (factor: number) => state.setView(map, (before) => zoomed(before, factor));
  const onKeyDown = (event: KeyboardEvent) => {
    // With these the keys are the browser's.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) state.setView(map, (before) => panned(before, -PAN_STEP * arrow[0], -PAN_STEP * arrow[1]));
    else if (arrow) walk(...arrow);
    else if (event.key === '+' || event.key === '=') zoom(ZOOM_STEP);
    else if (event.key === '-') zoom(1 / ZOOM_STEP);
    else if (event.key === 'b' || event.key === 'B') brushAround();
    else if (event.key === 'Escape') state.setArea(null);
    else if (event.key === 'Enter' && state.lit) onFind(state.lit.row);
    else return;
    event.preventDefault();
  };
  const way = t(NAMES[map]);
  return (
    <div className="find-map" data-map={map}>
      <div
        ref={frame}
        className="find-map-frame"
        role="application"
        aria-label={t('mapLabel', { way })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is walked by keyboard, as its name says
        tabIndex={0}
        data-zoomed={view.zoom > 1 || undefined}
        data-brushing={isBrushing || undefined}
        onKeyDown={onKeyDown}
      >
        <canvas ref={points} className="find-map-points" />
        <canvas ref={lights} className="find-map-lights" />
      </div>
      <div className="find-map-zoom">
        <Button look="quiet" label={t('zoomOut', { way })} isDisabled={view.zoom <= 1} onPress={() => zoom(1 / ZOOM_STEP)}>
          −
        </Button>
        <Button look="quiet" label={t('zoomIn', { way })} onPress={() => zoom(ZOOM_STEP)}>
          +
        </Button>
        <Button
          look="quiet"
          label={t('zoomWhole', { way })}
          isDisabled={view.zoom <= 1}
          onPress={() => state.setView(map, () => WHOLE)}
        >
          {t('whole')}
        </Button>
      </div>
    </div>
  );
}
