/** Paints a map: all drawings below, what is lit on a layer above, so that pointing costs only the few that are lit. */
import type { GalleryMaps, MapRepresentation } from '../../dataset/maps';
import { type Area, toFrame, type View } from './plots';

export interface MapScene {
  readonly maps: GalleryMaps;
  readonly map: MapRepresentation;
  readonly view: View;
}

/** Sides of dots in CSS pixels; they grow a little with the zoom. */
const DOT = 2.4;
const BRUSHED = 4;
const SIBLING = 7;
const LIT = 12;
/** Unbrushed drawings fade while others are brushed. */
const FADED = 0.22;
const PLAIN = 0.62;

const growth = (zoom: number): number => zoom ** 0.35;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Makes the canvas as sharp as the screen. @returns its context in CSS pixels, and its side */
function prepare(canvas: HTMLCanvasElement): { context: CanvasRenderingContext2D; side: number } | null {
  const context = canvas.getContext('2d');
  const side = canvas.clientWidth;
  if (!context || side === 0) return null;
  const ratio = devicePixelRatio;
  const pixels = Math.round(side * ratio);
  if (canvas.width !== pixels) {
    canvas.width = pixels;
    canvas.height = pixels;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, side, side);
  return { context, side };
}

/** All drawings in the canvas' own colour. @param isBrushed by point; null where nothing is brushed */
export function paintPoints(canvas: HTMLCanvasElement, scene: MapScene, isBrushed: Uint8Array | null): void {
  const ready = prepare(canvas);
  if (ready) drawPoints(ready.context, ready.side, getComputedStyle(canvas).color, scene, isBrushed);
}

/** The same on a square of any context. */
export function drawPoints(
  context: Context,
  side: number,
  colour: string,
  { maps, map, view }: MapScene,
  isBrushed: Uint8Array | null,
): void {
  const { x, y } = maps.maps[map];
  context.fillStyle = colour;
  const paint = (wanted: number, size: number, alpha: number) => {
    const dot = size * growth(view.zoom);
    context.globalAlpha = alpha;
    for (let point = 0; point < x.length; point++) {
      if (isBrushed && isBrushed[point] !== wanted) continue;
      const left = side * toFrame(x[point] as number, view.x, view.zoom);
      const top = side * toFrame(y[point] as number, view.y, view.zoom);
      if (left < -dot || top < -dot || left > side + dot || top > side + dot) continue;
      context.fillRect(left - dot / 2, top - dot / 2, dot, dot);
    }
  };
  paint(0, DOT, isBrushed ? FADED : PLAIN);
  if (isBrushed) paint(1, BRUSHED, 1);
  context.globalAlpha = 1;
}

export interface Lit {
  readonly point: number | undefined;
  /** Others of its concept. */
  readonly siblings: readonly number[];
}

/** The drawing lit, and the others of its concept; the area brushed on this map. Colours are the canvas' `color` and `outline-color`. */
export function paintLit(canvas: HTMLCanvasElement, scene: MapScene, lit: Lit, area: Area | null): void {
  const ready = prepare(canvas);
  if (!ready) return;
  const { color, outlineColor } = getComputedStyle(canvas);
  drawLit(ready.context, ready.side, { edge: color, fill: outlineColor }, scene, lit, area);
}

/** The same on a square of any context. */
export function drawLit(
  context: Context,
  side: number,
  colours: { readonly edge: string; readonly fill: string },
  { maps, map, view }: MapScene,
  lit: Lit,
  area: Area | null,
): void {
  const { x, y } = maps.maps[map];
  const left = (value: number) => side * toFrame(value, view.x, view.zoom);
  const top = (value: number) => side * toFrame(value, view.y, view.zoom);
  const circle = (point: number, size: number) => {
    context.beginPath();
    context.arc(left(x[point] as number), top(y[point] as number), size / 2, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  };
  context.fillStyle = colours.fill;
  context.strokeStyle = colours.edge;
  context.lineWidth = 1.5;
  for (const point of lit.siblings) if (point !== lit.point) circle(point, SIBLING);
  if (lit.point !== undefined) {
    context.lineWidth = 2.5;
    circle(lit.point, LIT);
  }
  if (area?.map === map) {
    context.lineWidth = 1;
    context.setLineDash([4, 3]);
    context.strokeRect(left(area.left), top(area.top), left(area.right) - left(area.left), top(area.bottom) - top(area.top));
    context.setLineDash([]);
  }
}
