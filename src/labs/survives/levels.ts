/** The steps of each change's slider, from nothing to much. */
import type { Change } from '../../dataset/changes';
import type { Picture } from '../lab';
import type { Samples } from '../shared/files';

/** Numbers from `first` to `last` in steps of `step`, both ends included. */
const range = (first: number, last: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((last - first) / step) + 1 }, (_, i) => first + i * step);

/** Changes that have a strength; of redrawings there are only several. */
export type GradedChange = Exclude<Change, 'redraw'>;

/** In the change's own unit. JPEG counts quality, which falls as the change grows; its best is no change to speak of. */
export const LEVELS: Readonly<Record<GradedChange, readonly number[]>> = {
  shift: range(0, 16, 1),
  rotate: range(0, 180, 5),
  recolour: range(0, 180, 10),
  blur: range(0, 4, 0.25),
  noise: range(0, 40, 2),
  occlude: range(0, 32, 2),
  jpeg: range(100, 5, -5),
};

/** Where each slider stands at first: enough to be seen. */
const FIRST: Readonly<Record<Change, number>> = {
  shift: 4,
  rotate: 15,
  recolour: 90,
  blur: 1,
  noise: 10,
  occlude: 16,
  jpeg: 50,
  redraw: 0,
};

export const DEFAULT_CHANGE: Change = 'shift';

/** The other artists who drew the concept; nobody where the picture is the reader's own. */
export function otherArtists(picture: Picture | null, samples: Samples | null): readonly string[] {
  if (picture?.kind !== 'sample') return [];
  const sample = samples?.concepts.find(({ concept }) => concept === picture.concept);
  return (sample?.artists ?? []).filter((artist) => artist !== picture.artist);
}

/** How many steps a change has. @param artists those who can redraw */
export const countOf = (change: Change, artists: readonly string[]): number =>
  change === 'redraw' ? artists.length : LEVELS[change].length;

/** The strength at a step, in the change's unit; for redrawings the artist's place. */
export const strengthAt = (change: Change, level: number): number => (change === 'redraw' ? level : (LEVELS[change][level] ?? 0));

/** The step that comes nearest to a strength; redrawings beyond the last artist are brought back later. */
export function levelAt(change: Change, strength: number): number {
  if (change === 'redraw') return Math.round(strength);
  const levels = LEVELS[change];
  const distance = (level: number) => Math.abs((levels[level] as number) - strength);
  return levels.reduce((best, _, level) => (distance(level) < distance(best) ? level : best), 0);
}

/** Whether a change never has this strength: beyond the ends of its slider, or of those who could redraw any of the samples. */
export function isBeyond(change: Change, strength: number, samples: Pick<Samples, 'concepts'>): boolean {
  const levels = change === 'redraw' ? samples.concepts.map(({ artists }) => artists.length - 2) : LEVELS[change];
  return strength > Math.max(...levels) || strength < (change === 'redraw' ? 0 : Math.min(...levels));
}

export const firstLevel = (change: Change): number => levelAt(change, FIRST[change]);
