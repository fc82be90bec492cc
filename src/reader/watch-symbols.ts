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
  const onPoint = (event: Event) => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-symbol]') : null;
    light(element ? namesOf(element) : []);
  };
  document.addEventListener('pointerover', onPoint);
  document.addEventListener('focusin', onPoint);
  return () => {
    light([]);
    document.removeEventListener('pointerover', onPoint);
    document.removeEventListener('focusin', onPoint);
  };
}
