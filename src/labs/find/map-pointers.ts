/** What pointers do on a map: point at a drawing, pick it, move the map, pinch it, or draw a rectangle. All places are shares of the frame. */

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface MapGestures {
  /** A mouse moves over it, or has left (null). */
  point(place: Place | null): void;
  pick(place: Place): void;
  pan(right: number, down: number): void;
  zoom(factor: number, place: Place): void;
  /** A rectangle is being drawn. */
  brush(from: Place, to: Place): void;
  /** It is done. */
  brushed(): void;
}

/** A pointer that moves less than this many pixels picks. */
const CLICK = 5;
/** Wheel pixels for a factor of two. */
const WHEEL_OCTAVE = 300;

/** @param isBrushing whether a drag draws a rectangle. @returns how to stop listening */
export function followMapPointers(element: HTMLElement, gestures: MapGestures, isBrushing: () => boolean): () => void {
  const down = new Map<number, Place>();
  let start: Place | null = null;
  let isDragged = false;
  let isDrawing = false;
  const controller = new AbortController();
  const { signal } = controller;

  const placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const far = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y);
  const middle = (places: readonly Place[]): Place => ({
    x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
    y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
  });

  const draw = (from: Place, to: Place) => {
    isDrawing = true;
    gestures.brush(from, to);
  };
  const finish = () => {
    if (isDrawing) gestures.brushed();
    isDrawing = false;
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    down.set(event.pointerId, placeOf(event));
    start = down.size === 1 ? placeOf(event) : null;
    isDragged = down.size > 1;
    // With a second finger it is a pinch.
    if (isDragged) finish();
  };
  const move = (event: PointerEvent) => {
    const place = placeOf(event);
    const last = down.get(event.pointerId);
    if (!last) {
      if (event.pointerType === 'mouse') gestures.point(place);
      return;
    }
    const before = [...down.values()];
    down.set(event.pointerId, place);
    const after = [...down.values()];
    if (start && !isDragged && far(start, place) * element.clientWidth < CLICK) return;
    isDragged = true;
    const [first, second] = before;
    const [next, other] = after;
    if (first && second && next && other) {
      if (far(first, second) > 0) gestures.zoom(far(next, other) / far(first, second), middle(after));
      gestures.pan(middle(after).x - middle(before).x, middle(after).y - middle(before).y);
    } else if (isBrushing() && start) draw(start, place);
    else gestures.pan(place.x - last.x, place.y - last.y);
  };
  const end = (event: PointerEvent) => {
    if (!down.delete(event.pointerId)) return;
    const place = placeOf(event);
    if (event.type === 'pointerup' && start) {
      if (!isDragged) gestures.pick(place);
      else if (isBrushing()) draw(start, place);
    }
    start = null;
    finish();
  };

  element.addEventListener('pointerdown', begin, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
  element.addEventListener('pointerleave', () => gestures.point(null), { signal });
  element.addEventListener(
    'wheel',
    (event) => {
      // Without the focus the wheel goes on scrolling the page; with Ctrl it is a trackpad's pinch.
      if (document.activeElement !== element && !event.ctrlKey) return;
      event.preventDefault();
      gestures.zoom(2 ** (-event.deltaY / WHEEL_OCTAVE), placeOf(event));
    },
    { signal, passive: false },
  );
  return () => controller.abort();
}
