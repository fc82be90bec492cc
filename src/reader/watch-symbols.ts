/**
 * Points at a symbol and at its thing together: whatever bears the same name in `data-symbol` lights up. An element that stands
 * for several has their names with spaces between.
 */

const namesOf = ({ dataset }: HTMLElement): readonly string[] => dataset.symbol?.split(' ') ?? [];

/** @returns how to stop watching */
export function watchSymbols(): () => void {
  let lit = '';
  const light = (names: readonly string[]) => {
    if (names.join(' ') === lit) return;
    lit = names.join(' ');
    for (const element of document.querySelectorAll<HTMLElement>('[data-symbol]'))
      element.toggleAttribute(
        'data-symbol-lit',
        namesOf(element).some((name) => names.includes(name)),
      );
  };
  const lightAt = (target: EventTarget | null) => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-symbol]') : null;
    light(element ? namesOf(element) : []);
  };
  // A finger does not point without pressing: what it has pressed would stay lit, as if chosen. Symbols are for it to be tapped.
  let pointer: readonly [number, number] | undefined;
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    pointer = [clientX, clientY];
  };
  const onPoint = (event: PointerEvent) => {
    // The page has moved under a pointer that rests, as when a key brings something else into view.
    if (pointer?.[0] === event.clientX && pointer[1] === event.clientY) return;
    const isSymbol = event.target instanceof Element && event.target.closest('.katex [data-symbol]') !== null;
    lightAt(event.pointerType !== 'touch' || isSymbol ? event.target : null);
  };
  const onFocus = (event: FocusEvent) => {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) lightAt(event.target);
  };
  document.addEventListener('pointerover', onPoint);
  document.addEventListener('pointermove', onMove, { passive: true });
  document.addEventListener('focusin', onFocus);
  return () => {
    light([]);
    document.removeEventListener('pointerover', onPoint);
    document.removeEventListener('pointermove', onMove);
    document.removeEventListener('focusin', onFocus);
  };
}
