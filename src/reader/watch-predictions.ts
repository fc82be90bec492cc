/** Keeps the reader's guesses on this device, where storage is allowed, and puts them back. */

const keyOf = (id: string) => `guess/${id}`;

function recall(id: string): string | null {
  try {
    return localStorage.getItem(keyOf(id));
  } catch {
    return null;
  }
}

function keep(id: string, guess: string): void {
  try {
    localStorage.setItem(keyOf(id), guess);
  } catch {
    // The guess then holds until the page is closed.
  }
}

/** @returns how to stop watching */
export function watchPredictions(root: HTMLElement): () => void {
  for (const question of root.querySelectorAll<HTMLElement>('[data-predict]')) {
    const guess = recall(question.dataset.predict ?? '');
    const inputs = [...question.querySelectorAll<HTMLInputElement>('input')];
    const guessed = inputs.find(({ value }) => value === guess);
    if (guessed) guessed.checked = true;
  }
  const onChange = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const id = event.target.closest<HTMLElement>('[data-predict]')?.dataset.predict;
    if (id) keep(id, event.target.value);
  };
  root.addEventListener('change', onChange);
  return () => root.removeEventListener('change', onChange);
}
