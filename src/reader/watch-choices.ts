/** Keeps what the reader has chosen and opened in the article while its text is exchanged for the other language's. */

/** What is checked in each group of radios, by its name; guesses are kept elsewhere, and for longer. */
const checked = new Map<string, string>();
/** Which of the article's details stand open, by their place among all: both languages have the same. */
const open = new Map<number, boolean>();

/** @returns how to stop watching */
export function watchChoices(root: HTMLElement): () => void {
  // The labs stay as they are, whatever the language.
  const radios = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
    (radio) => !radio.closest('[data-predict], .stage'),
  );
  for (const radio of radios) if (checked.get(radio.name) === radio.value) radio.checked = true;
  const details = [...root.querySelectorAll('details')].filter((each) => !each.closest('.stage'));
  for (const [i, each] of details.entries()) each.open = open.get(i) ?? each.open;

  const onChange = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && radios.includes(target)) checked.set(target.name, target.value);
  };
  const onToggle = ({ target }: Event) => {
    if (target instanceof HTMLDetailsElement && details.includes(target)) open.set(details.indexOf(target), target.open);
  };
  root.addEventListener('change', onChange);
  // It does not bubble.
  root.addEventListener('toggle', onToggle, { capture: true });
  return () => {
    root.removeEventListener('change', onChange);
    root.removeEventListener('toggle', onToggle, { capture: true });
  };
}
