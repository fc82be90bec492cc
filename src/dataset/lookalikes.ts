/** Finds pairs of concepts that artists draw almost alike: identical flags, clock faces, one face with another mouth. */
import { IMAGE_SIZE } from '../model/types';

/** Side of the thumbnails compared: coarse enough to forgive a detail, fine enough to see a changed shape. */
const THUMB = 16;
const STEP = IMAGE_SIZE / THUMB;
const THUMB_VALUES = THUMB * THUMB * 3;

/** A 64×64 RGBA rendering and whose it is. */
export interface OwnedRendering {
  readonly artist: number;
  readonly rgba: Uint8Array;
}

/**
 * Index pairs (i < j) of concepts in the same class whose thumbnails on white differ by less than `threshold`
 * (root mean square over 0..255), averaged over the artists that drew both.
 * @param renderings all renderings of each concept. [concepts][..]
 * @param classes only concepts of equal class are compared. [concepts]
 */
export function findLookalikes(
  renderings: readonly (readonly OwnedRendering[])[],
  classes: readonly string[],
  threshold: number,
): [number, number][] {
  const thumbs = renderings.map((own) => new Map(own.map(({ artist, rgba }) => [artist, thumbnail(rgba)])));
  const members = new Map<string, number[]>();
  classes.forEach((name, i) => {
    const list = members.get(name);
    if (list) list.push(i);
    else members.set(name, [i]);
  });
  const pairs: [number, number][] = [];
  for (const list of members.values()) {
    for (const i of list) for (const j of list) if (i < j && meanDistance(thumbs[i], thumbs[j]) < threshold) pairs.push([i, j]);
  }
  return pairs;
}

type Thumbs = ReadonlyMap<number, Float32Array> | undefined;

function meanDistance(a: Thumbs, b: Thumbs): number {
  let sum = 0;
  let shared = 0;
  for (const [artist, thumb] of a ?? []) {
    const other = b?.get(artist);
    if (!other) continue;
    sum += rootMeanSquare(thumb, other);
    shared += 1;
  }
  return shared === 0 ? Number.POSITIVE_INFINITY : sum / shared;
}

function rootMeanSquare(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < THUMB_VALUES; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum / THUMB_VALUES);
}

/** Box-averaged 16×16 RGB on white, 0..255. */
function thumbnail(rgba: Uint8Array): Float32Array {
  const thumb = new Float32Array(THUMB_VALUES);
  for (let y = 0; y < IMAGE_SIZE; y++) {
    for (let x = 0; x < IMAGE_SIZE; x++) {
      const from = (y * IMAGE_SIZE + x) * 4;
      const to = (Math.floor(y / STEP) * THUMB + Math.floor(x / STEP)) * 3;
      const alpha = (rgba[from + 3] ?? 0) / 255;
      for (let channel = 0; channel < 3; channel++) {
        const value = (rgba[from + channel] ?? 0) * alpha + 255 * (1 - alpha);
        thumb[to + channel] = (thumb[to + channel] ?? 0) + value / (STEP * STEP);
      }
    }
  }
  return thumb;
}
