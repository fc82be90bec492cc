/** Prints what the data build made and what it left out, and why. */
import type { Keywords, Photos, Renderings } from '../../src/dataset/schema';
import type { CldrEmoji } from './emojibase';
import type { Further } from './further';
import type { Joined } from './join';
import { LEFT_OUT_REASONS, type LeftOut } from './left-out';
import type { Dataset } from './write-dataset';

/** Names shown for each reason; the rest is only counted. */
const EXAMPLES = 4;

/** Writes the summary to standard output. */
export function printReport(dataset: Dataset, photos: Photos, emojis: readonly CldrEmoji[], components: readonly string[]): void {
  const { concepts, renderings, split, joined } = dataset;
  const families = new Set(concepts.map((concept) => concept.family)).size;
  const held = (part: readonly string[]) => `${part.length} (${((100 * part.length) / concepts.length).toFixed(1)} %)`;
  console.log(`${concepts.length} concepts in ${families} families, ${renderings.items.length} renderings`);
  console.log(`  split by family: train ${held(split.train)}, validation ${held(split.validation)}, test ${held(split.test)}`);
  console.log(`  sided ${concepts.filter((c) => c.sided).length}, may be mirrored ${concepts.filter((c) => c.flippable).length}`);
  const sources = new Set(photos.map((photo) => photo.source)).size;
  console.log(`  ${photos.length} crops of ${sources} photographs, for validation only`);
  console.log(`  left out ${components.length} components (letters, skin tones, hair): ${examples(components)}`);
  const undrawn = emojis.filter((emoji) => !concepts.some((concept) => concept.concept === emoji.hexcode));
  if (undrawn.length > 0)
    console.log(`  left out ${undrawn.length} emoji that no trained-on artist drew: ${examples(undrawn.map((e) => e.label.en))}`);
  printArtists(renderings, joined);
}

/** Writes how many further words there are to standard output. */
export function printKeywords({ concepts, nouns }: Keywords): void {
  const lists = Object.values(concepts);
  const count = (language: 'en' | 'zh') => lists.reduce((total, words) => total + words[language].length, 0);
  console.log(`${count('en')} English and ${count('zh')} Chinese keywords for ${lists.length} training concepts,`);
  console.log(`  and a dictionary's entries for ${Object.keys(nouns).length} nouns, for the lexicon`);
}

/** Writes what only training the contrastive model reads to standard output. */
export function printFurther({ renderings, joined, icons }: Further): void {
  console.log(`${renderings.items.length} further renderings, for training the contrastive model alone`);
  printArtists(renderings, joined);
  console.log(
    `${icons.names.length} names that icons of several sets share, none as a held-out concept's is written, ${icons.items.length} icons`,
  );
  icons.sets.forEach(({ id, licence }, i) => {
    const count = icons.items.filter(({ set }) => set === i).length;
    console.log(`${id.padEnd(18)} ${String(count).padStart(5)} icons · ${licence}`);
  });
  printLeftOut(icons.leftOut);
}

function printArtists({ artists, items }: Renderings, joined: readonly Joined[]): void {
  artists.forEach((artist, i) => {
    const own = joined[i];
    if (!own) return;
    console.log(
      `${artist.id.padEnd(18)} ${String(items.filter((item) => item.artist === i).length).padStart(5)} renderings · ${artist.licence} · ${artist.role}`,
    );
    printLeftOut(own.leftOut);
  });
}

function printLeftOut(leftOut: LeftOut['reasons']): void {
  for (const reason of LEFT_OUT_REASONS) {
    const names = leftOut.get(reason);
    if (names) console.log(`${' '.repeat(18)} ${String(names.length).padStart(5)} left out, ${reason}: ${examples(names)}`);
  }
}

function examples(names: readonly string[]): string {
  return names.slice(0, EXAMPLES).join(', ') + (names.length > EXAMPLES ? ', …' : '');
}
