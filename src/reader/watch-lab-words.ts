/** Words that set the lab, and sentences that light up while it shows what they say. */
import { afterFrame } from '../ui/after-frame';
import { bringIntoSight } from './bring-into-sight';
import { conditionsOf, holds, type LabConditions, type LabState } from './lab-condition';

export interface WordsLink {
  /** Sets the lab; each value as the page's address writes it. */
  askWritten(written: Readonly<Record<string, string>>): void;
  /** Calls `listener` with what the lab shows. @returns how to stop listening */
  onTold(listener: (state: LabState) => void): () => void;
}

/** What can be told apart of what words set: a picture is not followed. */
const followed = ({ sample: _sample, ...conditions }: LabConditions): LabConditions => conditions;

/** @returns how to stop watching */
export function watchLabWords(root: HTMLElement, link: WordsLink): () => void {
  const press = (event: Event): boolean => {
    const words = event.target instanceof Element && event.target.closest<HTMLElement>('.set-lab');
    if (!words) return false;
    const settings = conditionsOf(words, 'set');
    link.askWritten(settings);
    // A step of an encoder is there to be seen only once it has opened.
    afterFrame(() => bringIntoSight(Object.keys(settings), words));
    return true;
  };
  // As with any button.
  const onKey = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && press(event)) event.preventDefault();
  };
  root.addEventListener('click', press);
  root.addEventListener('keydown', onKey);

  const watched = (selector: string, prefix: string) =>
    [...root.querySelectorAll<HTMLElement>(selector)].map((element) => ({
      element,
      conditions: followed(conditionsOf(element, prefix)),
    }));
  const words = [...watched('.lit', 'lit'), ...watched('.set-lab', 'set')];
  const stop = link.onTold((state) => {
    for (const { element, conditions } of words) element.toggleAttribute('data-on', holds(conditions, state));
  });
  return () => {
    root.removeEventListener('click', press);
    root.removeEventListener('keydown', onKey);
    stop();
  };
}
