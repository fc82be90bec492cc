/** Scores of drawings against their originals: likeness, and what the judges make of them. */
import { psnr, ssim } from '../../src/model/metrics';
import type { Params } from '../../src/model/types';
import { pixelVectors } from '../evaluate/pixel-vectors';
import { type LabelledRows, matchRanks } from '../evaluate/recall';
import { namedGroups } from './judge';
import type { Drawing, Picture } from './pictures';

/** The artist whose drawings of the held-out concepts a drawing is looked up among. */
export const GALLERY_ARTIST = 'noto';

/** One number a picture; cloneable. */
export interface Likeness {
  readonly psnr: readonly number[];
  readonly ssim: readonly number[];
}

export interface Judgement {
  /** 1 where the judge names the right group. */
  readonly group: readonly number[];
  /** Rank of the first drawing of the same concept, 0 the nearest; only for drawings by other artists than the gallery's. */
  readonly ranks: readonly number[];
}

export const likenessOf = (originals: readonly Picture[], drawn: readonly Uint8Array[]): Likeness => ({
  psnr: originals.map(({ pixels }, i) => psnr(pixels, drawn[i] as Uint8Array)),
  ssim: originals.map(({ pixels }, i) => ssim(pixels, drawn[i] as Uint8Array)),
});

export interface Judges {
  judge(originals: readonly Drawing[], drawn: readonly Uint8Array[]): Judgement;
}

/**
 * Two judges, neither of them an encoder under test: the network names the group; the concept is looked up by correlation of pixels among
 * another artist's drawings, which needs no training at all and so cannot favour any.
 * @param groupOf group by concept
 */
export function createJudges(params: Params, groups: number, groupOf: readonly number[], heldOut: readonly Drawing[]): Judges {
  const shown = heldOut.filter(({ artist }) => artist === GALLERY_ARTIST);
  const gallery: LabelledRows = {
    embeddings: pixelVectors(shown.map(({ pixels }) => pixels)),
    labels: shown.map(({ concept }) => concept),
  };
  return {
    judge(originals, drawn) {
      const asked = originals.flatMap(({ artist, concept }, i) => (artist === GALLERY_ARTIST ? [] : [{ concept, i }]));
      const queries: LabelledRows = {
        embeddings: pixelVectors(asked.map(({ i }) => drawn[i] as Uint8Array)),
        labels: asked.map(({ concept }) => concept),
      };
      return {
        group: namedGroups(params, groups, drawn).map((name, i) => Number(name === groupOf[originals[i]?.concept ?? -1])),
        ranks: asked.length > 0 ? matchRanks(queries, [gallery]) : [],
      };
    },
  };
}
