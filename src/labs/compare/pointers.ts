/** Dragging with one pointer, pinching with two, and the wheel while the element has the focus. */

export interface PointerMoves {
  /** By shares of the element's size. */
  pan(right: number, down: number): void;
  zoom(factor: number): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Wheel pixels for a factor of two. */
const WHEEL_OCTAVE = 400;

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

/** Distance of the first two pointers; 0 with fewer. */
const span = ([first, second]: readonly Point[]): number =>
  first && second ? Math.hypot(first.x - second.x, first.y - second.y) : 0;

/** Starts listening on `element`. @returns how to stop */
export function followPointers(element: HTMLElement, moves: PointerMoves): () => void {
  const down = new Map<number, Point>();
  const controller = new AbortController();
  const { signal } = controller;

  const place = (event: PointerEvent) => down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  const lift = (event: PointerEvent) => down.delete(event.pointerId);

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      place(event);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!down.has(event.pointerId)) return;
      const before = [...down.values()];
      place(event);
      const after = [...down.values()];
      const [from, to] = [middle(before), middle(after)];
      if (from.x !== to.x || from.y !== to.y)
        moves.pan((to.x - from.x) / element.clientWidth, (to.y - from.y) / element.clientHeight);
      if (span(before) > 0 && span(before) !== span(after)) moves.zoom(span(after) / span(before));
    },
    { signal },
  );
  element.addEventListener('pointerup', lift, { signal });
  element.addEventListener('pointercancel', lift, { signal });
  element.addEventListener(
    'wheel',
    (event) => {
      // Without the focus, the wheel goes on scrolling the page; with Ctrl it is a trackpad's pinch.
      if (document.activeElement !== element && !event.ctrlKey) return;
      event.preventDefault();
      moves.zoom(2 ** (-event.deltaY / WHEEL_OCTAVE));
    },
    { signal, passive: false },
  );
  return () => controller.abort();
}
