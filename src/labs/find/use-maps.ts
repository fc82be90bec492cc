/** The maps: fetched once, refused where they are of other weights, and what the reader does with them. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type GalleryMaps, galleryMapsSchema, type MapRepresentation, staleMap } from '../../dataset/maps';
import type { LabHost } from '../lab';
import { type Gallery, readJson } from '../shared/files';
import { openedLit } from './lit';
import {
  type Area,
  type Drawing,
  FIRST_MAPS,
  type MapsState,
  onWholePlaces,
  packMaps,
  pointOf,
  pointsIn,
  siblings,
  unpackMaps,
  type View,
} from './plots';
import type { Shown } from './store';

export type MapsFinding =
  | { readonly state: 'reading' | 'failed' | 'stale' }
  | { readonly state: 'found'; readonly maps: GalleryMaps };

/** Of what moves, only where it comes to rest is worth an address. */
const REST_MS = 300;

const isSameDrawing = (a: Drawing | null, b: Drawing | null): boolean => a?.row === b?.row && a?.artist === b?.artist;

/** @param weights those that answered the last question; null as long as none did */
export function useMapsFile(host: LabHost, weights: Shown['weights']): MapsFinding & { readonly read: () => void } {
  const [found, setFound] = useState<GalleryMaps | 'reading' | 'failed'>('reading');
  const read = useCallback(() => {
    setFound('reading');
    readJson('gallery/maps.json', host.fileUrl, galleryMapsSchema).then(setFound, () => setFound('failed'));
  }, [host]);
  useEffect(read, [read]);
  if (typeof found === 'string') return { state: found, read };
  return weights && staleMap(found, weights) ? { state: 'stale', read } : { state: 'found', maps: found, read };
}

export interface LabMaps extends MapsState {
  readonly lit: Drawing | null;
  /** Kept when the pointer leaves. */
  readonly pinned: Drawing | null;
  /** The point lit; undefined where its drawing is on no map. */
  readonly point: number | undefined;
  /** All points of its concept. */
  readonly others: readonly number[];
  readonly brushed: readonly number[];
  /** Whether the rectangle is still being drawn. */
  readonly isDrawing: boolean;
  setView(map: MapRepresentation, change: (view: View) => View): void;
  /** @param isDrawing whether more is to come */
  setArea(area: Area | null, isDrawing?: boolean): void;
  finishArea(): void;
  /** Lights a drawing for as long as it is pointed at. */
  light(drawing: Drawing | null): void;
  /** Lights it until another is. */
  pin(drawing: Drawing | null): void;
  reset(): void;
}

export function useMaps(host: LabHost, maps: GalleryMaps | null, gallery: Gallery): LabMaps {
  const { concepts } = gallery;
  const [state, setState] = useState(() => unpackMaps(host.opened.maps));
  const [pinned, pin] = useState<Drawing | null>(() => (host.opened.lit ? openedLit(host.opened.lit, gallery) : null));
  const [pointed, setPointed] = useState<Drawing | null>(null);
  const [isDrawing, setIsDrawing] = useState(false);
  const lit = pointed ?? pinned;

  useEffect(() => {
    const timer = setTimeout(() => {
      const concept = pinned && concepts[pinned.row]?.concept;
      host.share({
        maps: packMaps(state),
        lit: concept ? { concept, ...(pinned.artist ? { artist: pinned.artist } : {}) } : undefined,
      });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [host, state, pinned, concepts]);

  const { area } = state;
  const brushed = useMemo(() => (maps && area ? pointsIn(maps, area) : []), [maps, area]);
  const point = useMemo(() => (maps && lit ? (pointOf(maps, lit) ?? pointOf(maps, { row: lit.row })) : undefined), [maps, lit]);
  const row = lit?.row;
  const others = useMemo(() => (maps && row !== undefined ? siblings(maps, row) : []), [maps, row]);
  return {
    ...state,
    lit,
    pinned,
    point,
    others,
    brushed,
    isDrawing,
    setView: useCallback(
      (map, change) => setState((before) => ({ ...before, views: { ...before.views, [map]: change(before.views[map]) } })),
      [],
    ),
    setArea: useCallback((next, isGrowing = false) => {
      setState((before) => ({ ...before, area: next && onWholePlaces(next) }));
      setIsDrawing(isGrowing);
    }, []),
    finishArea: useCallback(() => setIsDrawing(false), []),
    // A pointer that stays on a drawing changes nothing.
    light: useCallback((next) => setPointed((before) => (isSameDrawing(before, next) ? before : next)), []),
    pin,
    reset: useCallback(() => {
      setState(FIRST_MAPS);
      pin(null);
    }, []),
  };
}
