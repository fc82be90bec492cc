/** The headline figures: what E2 and E4 found, by the names under which they are quoted. */
import * as z from 'zod/mini';
import { percent, share } from '../checks';
import { resultSchema } from './envelope';

const recallSchema = z.object({ r1: percent, r5: percent });

/** Retrieval of the same concept by another artist. */
const retrievalSchema = z.object({
  heldOutConcepts: recallSchema,
  twemojiToNoto: recallSchema,
  unseenArtist: recallSchema,
  unseenArtistAllKnown: recallSchema,
});
export type RetrievalRow = z.infer<typeof retrievalSchema>;

const withControls = z.extend(recallSchema, { pixels: recallSchema, chance: recallSchema });

const captionSchema = z.object({
  heldOutR1: percent,
  heldOutR5: percent,
  trainR1: percent,
  chance: z.object({ heldOutR1: percent, heldOutR5: percent, trainR1: percent }),
  /** Without the lexicon. */
  towerAlone: z.object({ heldOutR1: percent, heldOutR5: percent, trainR1: percent }),
});

/** By codebook size, `inf` for none. */
const bySize = <T extends z.ZodMiniType>(value: T) => z.record(z.string(), value);
const byGrid = <T extends z.ZodMiniType>(value: T) => z.object({ 16: bySize(value), 8: bySize(value) });

/** dB over held-out drawings and over photographs; none where nothing fits the bits. */
const fidelitySchema = z.object({ heldOut: z.number(), photos: z.number() });
/** The unseen artist's drawings are among the held-out ones, and told apart as well. */
const vqvaeFidelitySchema = z.extend(fidelitySchema, { unseenArtist: z.number() });
const fidelityOrNone = z.object({ heldOut: z.nullable(z.number()), photos: z.nullable(z.number()) });

export const summarySchema = resultSchema(
  'summary',
  z.object({
    retrieval: z.object({
      heldOutConcepts: withControls,
      twemojiToNoto: withControls,
      unseenArtist: withControls,
      unseenArtistAllKnown: withControls,
    }),
    caption: z.object({ en: captionSchema, zh: captionSchema }),
    psnr: byGrid(vqvaeFidelitySchema),
    /** Share of the codes used over the held-out drawings; 1 is all. */
    usage: byGrid(share),
    /** The same figures for what the models are held against. */
    baselines: z.object({
      /** By encoder and pooling, `random/pooled` for one. */
      retrieval: z.record(z.string(), retrievalSchema),
      psnr: z.object({
        kMeans: byGrid(fidelitySchema),
        pca: byGrid(fidelitySchema),
        thumbnail: byGrid(fidelitySchema),
        jpeg: byGrid(fidelityOrNone),
        webp: byGrid(fidelityOrNone),
      }),
      usage: z.object({ kMeans: byGrid(share) }),
    }),
  }),
);
export type Summary = z.infer<typeof summarySchema>;
