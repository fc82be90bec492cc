/** The maps as the lab reads them: where each drawing lies, and what can be asked of places. */
import { type GalleryMaps, MAP_REPRESENTATIONS, MAP_SIDE, type MapRepresentation } from '../../dataset/maps';

/** A drawing of the gallery; on the maps where it has an artist and was laid out. */
export interface Drawing {
  readonly row: number;
  readonly artist?: string;
}

/** A rectangle on one map, in its coordinates. */
export interface Area {
  readonly map: MapRepresentation;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What part of a map is seen: its middle in coordinates, and how much it is enlarged. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export const WHOLE: View = { x: MAP_SIDE / 2, y: MAP_SIDE / 2, zoom: 1 };
export const MOST_ZOOM = 16;

/** Space around the outermost drawings, as a share of the side. */
const MARGIN = 0.04;

/** How much of the frame's side one coordinate is. */
const unit = (zoom: number): number => (zoom * (1 - 2 * MARGIN)) / MAP_SIDE;

/** Where a coordinate lies in the frame, as a share of its side. */
export const toFrame = (value: number, middle: number, zoom: number): number => 0.5 + (value - middle) * unit(zoom);

export const fromFrame = (share: number, middle: number, zoom: number): number => middle + (share - 0.5) / unit(zoom);

/** The view with its zoom and middle brought back within bounds. */
export function bounded({ x, y, zoom }: View): View {
  const within = Math.min(MOST_ZOOM, Math.max(1, zoom));
  // At most so far that the map's edge comes to the frame's.
  const reach = MAP_SIDE / 2 - Math.max(0, 0.5 / unit(within) - (MARGIN * MAP_SIDE) / (1 - 2 * MARGIN));
  const slack = Math.max(0, reach);
  const clamp = (value: number) => Math.min(MAP_SIDE / 2 + slack, Math.max(MAP_SIDE / 2 - slack, value));
  return { x: clamp(x), y: clamp(y), zoom: within };
}

/** Enlarges about a place in the frame, which stays where it is. @param right, down shares of the frame */
export function zoomed(view: View, factor: number, right = 0.5, down = 0.5): View {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, view.zoom * factor));
  return bounded({
    x: fromFrame(right, view.x, view.zoom) - (right - 0.5) / unit(zoom),
    y: fromFrame(down, view.y, view.zoom) - (down - 0.5) / unit(zoom),
    zoom,
  });
}

export const panned = (view: View, right: number, down: number): View =>
  bounded({ ...view, x: view.x - right / unit(view.zoom), y: view.y - down / unit(view.zoom) });

export const pointCount = ({ points }: GalleryMaps): number => points.concept.length;

/** The drawing at a point. */
export const drawingAt = ({ points, artists }: GalleryMaps, point: number): Required<Drawing> => ({
  row: points.concept[point] as number,
  artist: artists[points.artist[point] as number] as string,
});

/** The point of a drawing; undefined where it is on no map. */
export function pointOf({ points, artists }: GalleryMaps, { row, artist }: Drawing): number | undefined {
  const at = points.concept.findIndex(
    (concept, point) => concept === row && (artist === undefined || artists[points.artist[point] as number] === artist),
  );
  return at < 0 ? undefined : at;
}

/** All points of a concept. */
export const siblings = ({ points }: GalleryMaps, row: number): readonly number[] =>
  points.concept.flatMap((concept, point) => (concept === row ? [point] : []));

/** The point nearest to a place, if one is within `reach`. All in coordinates of the map. */
export function nearestTo(maps: GalleryMaps, map: MapRepresentation, x: number, y: number, reach: number): number | undefined {
  const { x: xs, y: ys } = maps.maps[map];
  let best: number | undefined;
  let closest = reach;
  for (let point = 0; point < xs.length; point++) {
    const far = Math.hypot((xs[point] as number) - x, (ys[point] as number) - y);
    if (far < closest) [best, closest] = [point, far];
  }
  return best;
}

/** How much sideways counts against forwards when moving from point to point. */
const SIDEWAYS = 2;

/** The next point in a direction, as arrow keys move. @param right, down the direction, one of them 0 */
export function nextTowards(
  maps: GalleryMaps,
  map: MapRepresentation,
  from: number,
  right: number,
  down: number,
): number | undefined {
  const { x: xs, y: ys } = maps.maps[map];
  let best: number | undefined;
  let closest = Number.POSITIVE_INFINITY;
  for (let point = 0; point < xs.length; point++) {
    const dx = (xs[point] as number) - (xs[from] as number);
    const dy = (ys[point] as number) - (ys[from] as number);
    const forwards = dx * right + dy * down;
    const far = forwards + SIDEWAYS * Math.abs(dx * down - dy * right);
    if (forwards > 0 && far < closest) [best, closest] = [point, far];
  }
  return best;
}

/** Points within an area. */
export function pointsIn(maps: GalleryMaps, { map, left, top, right, bottom }: Area): readonly number[] {
  const { x: xs, y: ys } = maps.maps[map];
  return xs.flatMap((x, point) => {
    const y = ys[point] as number;
    return x >= left && x <= right && y >= top && y <= bottom ? [point] : [];
  });
}

/** An area as the address writes it, so that whoever opens the address brushes the same drawings. */
export const onWholePlaces = ({ map, left, top, right, bottom }: Area): Area => ({
  map,
  left: Math.round(left),
  top: Math.round(top),
  right: Math.round(right),
  bottom: Math.round(bottom),
});

/** Of a point's nearest on one map, how many show its concept; over as many as the maps' purity looks at. */
export function ofConceptNearby(maps: GalleryMaps, map: MapRepresentation, point: number): number {
  const { x: xs, y: ys } = maps.maps[map];
  const order = Array.from(xs, (x, other) => ({
    other,
    far: (x - (xs[point] as number)) ** 2 + ((ys[other] as number) - (ys[point] as number)) ** 2,
  })).filter(({ other }) => other !== point);
  order.sort((a, b) => a.far - b.far || a.other - b.other);
  const own = maps.points.concept[point];
  return order.slice(0, maps.neighbours).filter(({ other }) => maps.points.concept[other] === own).length;
}

/** How far some points lie from their middle (root mean square), as a share of how far all do. Small where they lie together. */
export function spreadOf(maps: GalleryMaps, map: MapRepresentation, points: readonly number[]): number {
  const { x, y } = maps.maps[map];
  const radius = (of: readonly number[]) => {
    const mean = (axis: readonly number[]) => of.reduce((sum, point) => sum + (axis[point] as number), 0) / of.length;
    const [mx, my] = [mean(x), mean(y)];
    return Math.sqrt(
      of.reduce((sum, point) => sum + ((x[point] as number) - mx) ** 2 + ((y[point] as number) - my) ** 2, 0) / of.length,
    );
  };
  return points.length === 0 ? 0 : radius(points) / radius(Array.from(x.keys()));
}

/** How the address writes each map. */
const LETTERS = { embedding: 'e', tokens: 't', pixels: 'p' } as const satisfies Record<MapRepresentation, string>;
const BRUSH = 'b';
/** Zooms are written as whole numbers of tenths. */
const TENTHS = 10;

export interface MapsState {
  readonly views: Readonly<Record<MapRepresentation, View>>;
  readonly area: Area | null;
}

export const FIRST_MAPS: MapsState = { views: { embedding: WHOLE, tokens: WHOLE, pixels: WHOLE }, area: null };

/** For the address; undefined where all is as at first. */
export function packMaps({ views, area }: MapsState): string | undefined {
  const parts = MAP_REPRESENTATIONS.flatMap((map) => {
    const { x, y, zoom } = views[map];
    return zoom > 1 ? [[LETTERS[map], x, y, zoom * TENTHS]] : [];
  });
  const brush = area ? [[BRUSH, LETTERS[area.map], area.left, area.top, area.right, area.bottom]] : [];
  const text = [...parts, ...brush]
    .map((part) => part.map((value) => (typeof value === 'number' ? Math.round(value) : value)).join('.'))
    .join('~');
  return text || undefined;
}

/** What of a packed text can be read; the rest is as at first. */
export function unpackMaps(text: string | undefined): MapsState {
  const mapOf = (letter: string | undefined) => MAP_REPRESENTATIONS.find((map) => LETTERS[map] === letter);
  let state = FIRST_MAPS;
  for (const part of text?.split('~') ?? []) {
    const [name, ...rest] = part.split('.');
    if (name === BRUSH) {
      const map = mapOf(rest[0]);
      const [left = Number.NaN, top = Number.NaN, right = Number.NaN, bottom = Number.NaN] = rest.slice(1).map(Number);
      if (map && left < right && top < bottom) state = { ...state, area: { map, left, top, right, bottom } };
    } else {
      const map = mapOf(name);
      const [x = Number.NaN, y = Number.NaN, tenths = Number.NaN] = rest.map(Number);
      const view = { x, y, zoom: tenths / TENTHS };
      if (map && Object.values(view).every(Number.isFinite))
        state = { ...state, views: { ...state.views, [map]: bounded(view) } };
    }
  }
  return state;
}

/** 1 for each point that is brushed. */
export function brushMask(maps: GalleryMaps, brushed: readonly number[]): Uint8Array {
  const mask = new Uint8Array(pointCount(maps));
  for (const point of brushed) mask[point] = 1;
  return mask;
}
