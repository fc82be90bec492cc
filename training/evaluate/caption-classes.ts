/** Concepts that nobody could tell apart by their captions count as one. */
import type { Concept } from '../../src/dataset/schema';
import { LANGUAGES } from '../../src/model/types';

/** For each concept the first one that shares a caption with it in any language, directly or through others. [concepts] */
export function captionClasses(concepts: readonly Pick<Concept, 'label'>[]): number[] {
  const classes = concepts.map((_, i) => i);
  const firstOf = new Map<string, number>();
  concepts.forEach(({ label }, i) => {
    for (const language of LANGUAGES) {
      const key = `${language}/${label[language].toLowerCase()}`;
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, i);
      else merge(classes, first, i);
    }
  });
  return classes;
}

function merge(classes: number[], a: number, b: number): void {
  const [from, to] = [Math.max(classes[a] as number, classes[b] as number), Math.min(classes[a] as number, classes[b] as number)];
  classes.forEach((value, i) => {
    if (value === from) classes[i] = to;
  });
}
