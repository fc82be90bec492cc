/**
 * What the guided tour borrows: the picture and the settings that all labs share, and what its stops ask of single labs. It is
 * given back when the tour is left, and the address is as it was.
 *
 * The rule: what still stands as the tour set it goes back to what the reader had; what stands otherwise was changed by hand, and
 * stays. That is looked at before each stop sets anything and once more at the end, so that a later stop does not lose what the
 * reader chose at an earlier one. A reader who chooses just what the tour has set cannot be told from it.
 *
 * Of single labs only what they can be asked for comes back; what was painted on a picture comes back with the picture.
 */
import type { Chosen, SampleChoice, SharedChoice, SharedState } from '../labs/lab';
import { type Address, type AddressChanges, readAddress } from './address';
import type { LabLink } from './lab-link';

export interface TourLoan {
  /** Has the labs show what a stop speaks of, each value as the address writes it. */
  ask(written: Readonly<Record<string, string>>): void;
  /** Call once. */
  giveBack(): void;
}

export interface Lender {
  readonly chosen: SharedChoice;
  readonly link: Pick<LabLink, 'ask' | 'onTold'>;
  readonly share: (changes: AddressChanges) => void;
  /** The query of the address as it is now. */
  readonly query: () => string;
}

interface Together {
  readonly keys: readonly (keyof SharedState)[];
  /** What to ask for where the reader had none of them, other than the lab's own defaults. */
  readonly none?: SharedState;
}

/** What stops ask of single labs. Some go together: a strength is one of its change, and finding has one question. */
export const LAB_SETTINGS: readonly Together[] = [
  { keys: ['temperature'] },
  { keys: ['positives'] },
  { keys: ['change', 'strength'] },
  // Finding goes by the picture again when asked for an empty phrase.
  { keys: ['phrase', 'like'], none: { phrase: '' } },
];

type LabSettings = { readonly [Key in keyof SharedState]?: SharedState[Key] | undefined };

/** Longer than a lab out of sight waits before it follows another picture, which to some is another question. */
const SETTLED_MS = 500;

const isSample = (picture: Chosen['picture'], { concept, artist }: SampleChoice): boolean =>
  picture?.kind === 'sample' && picture.concept === concept && (artist === undefined || picture.artist === artist);

const pick = (settings: LabSettings, { keys }: Together): LabSettings =>
  Object.fromEntries(keys.map((key) => [key, settings[key]])) as LabSettings;

const defined = (settings: LabSettings): SharedState =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as SharedState;

/** @returns how the tour borrows from the page; one loan at a time */
export function createTourLender({ chosen, link, share, query }: Lender): () => TourLoan {
  /** The last of a loan that is being given back. */
  let finish = () => {};

  return () => {
    finish();
    let asked: SharedState = {};
    /** A drawing takes its time to come: the one that is there may be of an earlier stop. */
    const askedSamples: SampleChoice[] = [];

    let told: SharedState = {};
    const stopListening = link.onTold((state) => {
      told = state;
    });
    const address = (): Address => readAddress(query()).address;
    /** As the labs tell; what they keep to themselves, the address tells. */
    const labsNow = (): LabSettings => ({ ...address(), ...told });

    // The reader's own, and how the address puts it: it leaves out what was never chosen.
    let { picture, settings } = chosen.get();
    let { sample, k, grid } = address();
    let ofLabs: LabSettings = {};

    function look(): void {
      const now = chosen.get();
      const written = address();
      if (!askedSamples.some((each) => isSample(now.picture, each))) {
        picture = now.picture;
        sample = written.sample;
      }
      if (now.settings.codebook !== asked.k) {
        settings = { ...settings, codebook: now.settings.codebook };
        k = written.k;
      }
      if (now.settings.grid !== asked.grid) {
        settings = { ...settings, grid: now.settings.grid };
        grid = written.grid;
      }
      const labs = labsNow();
      for (const together of LAB_SETTINGS) {
        const isLent = together.keys.some((key) => asked[key] !== undefined && asked[key] === labs[key]);
        // Another picture, the tour's too, leaves finding without a question of its own.
        const isEmpty = together.keys.every((key) => labs[key] === undefined);
        if (!isLent && !isEmpty) ofLabs = { ...ofLabs, ...pick(labs, together) };
      }
    }
    look();

    function giveBackLabs(): void {
      const labs = labsNow();
      for (const together of LAB_SETTINGS) {
        if (together.keys.every((key) => labs[key] === ofLabs[key])) continue;
        const back = { ...together.none, ...defined(pick(ofLabs, together)) };
        if (Object.keys(back).length > 0) link.ask(back);
      }
    }

    return {
      ask(written) {
        look();
        const { address } = readAddress(new URLSearchParams(Object.entries(written)).toString());
        asked = { ...asked, ...address };
        if (address.sample) askedSamples.push(address.sample);
        link.ask(address);
      },
      giveBack() {
        look();
        chosen.choose(settings);
        // As a new choice even where it is there already: a drawing still on its way is older, and dropped.
        if (askedSamples.length > 0 && picture) chosen.show({ ...picture });
        share({ k, grid, ...(picture ? { sample } : {}) });
        const timer = setTimeout(() => finish(), SETTLED_MS);
        finish = () => {
          finish = () => {};
          clearTimeout(timer);
          stopListening();
          giveBackLabs();
        };
      },
    };
  };
}
