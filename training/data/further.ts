/** Builds what the contrastive model's training reads beside the dataset: further artists' emoji, and icons. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { iconsSchema, type Renderings, renderingsSchema } from '../../src/dataset/schema';
import { ARTISTS, FURTHER_ARTISTS, publicArtist } from './artists';
import type { CldrEmoji } from './emojibase';
import { type IconDrawings, joinIcons } from './icons';
import { type Drawing, type Joined, joinArtists } from './join';
import { RENDERING_BYTES, rasteriseAll } from './rasterise';
import { type Dataset, type Progress, writeJson } from './write-dataset';

const CHANNELS = 4;
const ALPHA = 3;
/** Icons drawn before their alpha is kept and the rest let go. */
const CHUNK = 2000;

export interface Further {
  readonly renderings: Renderings;
  /** [renderings · 64 · 64 · 4] */
  readonly pixels: Uint8Array;
  /** How each further artist was joined, in the order of `renderings.artists`. */
  readonly joined: readonly Joined[];
  readonly icons: IconDrawings;
  /** [icons · 64 · 64] */
  readonly alpha: Uint8Array;
}

/**
 * Draws what further artists drew of the dataset's concepts, and icons.
 * @param emojis those that the dataset was built from
 * @param names at most so many names of icons
 */
export async function buildFurther(
  { concepts, split }: Pick<Dataset, 'concepts' | 'split'>,
  emojis: readonly CldrEmoji[],
  progress: Progress,
  names?: number,
): Promise<Further> {
  // Joined behind the dataset's artists, whose names for things these sets use.
  const joined = joinArtists([...ARTISTS, ...FURTHER_ARTISTS], emojis).slice(ARTISTS.length);
  const items: { concept: number; artist: number }[] = [];
  const drawings: Drawing[] = [];
  concepts.forEach(({ concept: hexcode }, concept) => {
    joined.forEach((own, artist) => {
      const drawing = own.drawings.get(hexcode);
      if (!drawing) return;
      items.push({ concept, artist });
      drawings.push(drawing);
    });
  });
  const icons = joinIcons(concepts, split, names);
  const workers = availableParallelism() + 1;
  progress.start(drawings.length + icons.drawings.length);
  const pixels = await rasteriseAll(drawings, workers, () => progress.step());
  const alpha = new Uint8Array((icons.drawings.length * RENDERING_BYTES) / CHANNELS);
  for (let from = 0; from < icons.drawings.length; from += CHUNK) {
    const rgba = await rasteriseAll(icons.drawings.slice(from, from + CHUNK), workers, () => progress.step());
    const offset = (from * RENDERING_BYTES) / CHANNELS;
    for (let i = 0; i < rgba.length / CHANNELS; i++) alpha[offset + i] = rgba[i * CHANNELS + ALPHA] ?? 0;
  }
  progress.stop();
  return { renderings: { artists: FURTHER_ARTISTS.map(publicArtist), items }, pixels, joined, icons, alpha };
}

/** Writes further (.json, .bin) and icons (.json, .bin). */
export function writeFurther(folder: string, { renderings, pixels, icons, alpha }: Further): void {
  writeJson(path.join(folder, 'further.json'), renderingsSchema.parse(renderings));
  writeFileSync(path.join(folder, 'further.bin'), pixels);
  writeJson(path.join(folder, 'icons.json'), iconsSchema.parse(icons));
  writeFileSync(path.join(folder, 'icons.bin'), alpha);
}
