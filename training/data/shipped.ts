/** What the page ships of the artists' work: on which ground, from whom, and with which notice. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Artist, Split } from '../../src/dataset/schema';
import type { Attribution, SplitName } from '../../src/dataset/shipped-schema';
import type { Dataset } from './write-dataset';

export const WHITE: [number, number, number] = [255, 255, 255];

/** The notice that the licences ask for: title, author, source, licence and what was changed. */
export function attributions(artists: readonly Artist[]): Attribution[] {
  return artists.filter(isShipped).map(({ role: _role, ...artist }) => ({
    ...artist,
    changes: {
      en: 'Rasterised at 64×64 pixels and placed on white; thumbnails further reduced and compressed.',
      zh: '已栅格化为 64×64 像素并置于白色背景上；缩略图另经缩小与压缩。',
    },
  }));
}

/** The unseen artist's share-alike drawings never leave the training machine. */
export function isShipped(artist: Artist): boolean {
  return artist.role === 'train';
}

/** Index of the rendering of each concept by each shipped artist: concept → artist → item. */
export function shippedItems({ renderings }: Dataset): Map<number, Map<number, number>> {
  const items = new Map<number, Map<number, number>>();
  renderings.items.forEach(({ concept, artist }, item) => {
    const drawnBy = renderings.artists[artist];
    if (!drawnBy || !isShipped(drawnBy)) return;
    const own = items.get(concept);
    if (own) own.set(artist, item);
    else items.set(concept, new Map([[artist, item]]));
  });
  return items;
}

/** Hexcode → the part of the split it is in. */
export function splitOf(split: Split): Map<string, SplitName> {
  const parts: readonly SplitName[] = ['train', 'validation', 'test'];
  return new Map(parts.flatMap((part) => split[part].map((concept) => [concept, part] as const)));
}

/** Empties a folder of files with one ending, so that nothing of an earlier build stays behind. */
export function clearFolder(folder: string, ending: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(ending)) rmSync(path.join(folder, name));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
