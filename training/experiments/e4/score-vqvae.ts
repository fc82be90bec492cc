/** The VQ-VAE at every codebook size over both sets of pictures. */
import { perplexity, tokenCounts, usage } from '../../../src/model/quantizer';
import type { CodebookSize } from '../../../src/model/types';
import { codeBatch } from '../../evaluate/vqvae';
import type { OpenVqvae } from '../open-models';
import { bySet, type PictureSets, type SetName } from './picture-sets';
import { type Scores, scoresOf } from './quality';

const BATCH = 16;

export interface VqvaeScore {
  readonly scores: Readonly<Record<SetName, Scores>>;
  /** Of the held-out drawings, those by the artist never seen. */
  readonly unseenArtist: Scores;
  /** Over the held-out drawings; none for ∞. */
  readonly usage: number | null;
  readonly perplexity: number | null;
}

interface Drawn {
  readonly images: Uint8Array[];
  readonly counts: Float64Array | undefined;
}

function drawAll({ params, arrays, config }: OpenVqvae, pictures: readonly Uint8Array[]): Drawn[] {
  const drawn = config.codebooks.map((size) => ({
    images: [] as Uint8Array[],
    counts: size === 'inf' ? undefined : new Float64Array(size),
  }));
  for (let from = 0; from < pictures.length; from += BATCH)
    codeBatch(params, arrays, config, pictures.slice(from, from + BATCH)).forEach((coded, s) => {
      const { images, counts } = drawn[s] as Drawn;
      for (const { image, tokens } of coded) {
        images.push(image);
        if (counts && tokens)
          tokenCounts(tokens, counts.length).forEach((count, entry) => {
            counts[entry] = (counts[entry] as number) + count;
          });
      }
    });
  return drawn;
}

/** Every codebook size that the model serves. */
export function scoreVqvae(
  model: OpenVqvae,
  sets: PictureSets,
  byUnseenArtist: readonly Uint8Array[],
): Map<CodebookSize, VqvaeScore> {
  const drawn = bySet((name) => drawAll(model, sets[name]));
  const drawnUnseen = drawAll(model, byUnseenArtist);
  return new Map(
    model.config.codebooks.map((size, s) => {
      const { counts } = drawn.heldOut[s] as Drawn;
      return [
        size,
        {
          scores: bySet((name) => scoresOf(sets[name], (drawn[name][s] as Drawn).images)),
          unseenArtist: scoresOf(byUnseenArtist, (drawnUnseen[s] as Drawn).images),
          usage: counts ? usage(counts) : null,
          perplexity: counts ? perplexity(counts) : null,
        },
      ];
    }),
  );
}
