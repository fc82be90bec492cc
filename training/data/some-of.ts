/** A few of many emoji and photographs, for runs that only try the machinery. */
import type { CldrEmoji } from './emojibase';
import type { PhotoSet } from './photos';

/** About `count` of them, evenly spaced so that every group stays, and those in `always` besides; in their order. */
export function someOf(emojis: readonly CldrEmoji[], count: number, always: readonly string[]): CldrEmoji[] {
  const kept = new Set(always);
  const turn = (i: number): number => Math.floor((i * count) / emojis.length);
  return emojis.filter(({ hexcode }, i) => turn(i) !== turn(i - 1) || kept.has(hexcode));
}

/** The first `count` crops. */
export function somePhotos({ photos, pixels }: PhotoSet, count: number): PhotoSet {
  const each = pixels.length / photos.length;
  return { photos: photos.slice(0, count), pixels: pixels.subarray(0, count * each) };
}
