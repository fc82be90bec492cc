/** E4: what does a bit buy? Bits per image against fidelity, for each codebook and grid, beside plainer ways to spend the same bits. */
import * as z from 'zod/mini';
import { positive, positiveInt, share } from '../checks';
import { averageSchema, resultSchema, spreadSchema } from './envelope';

/** Over pictures; PSNR in dB. SSIM is measured on a part of them: see its n. */
const qualitySchema = z.object({ psnr: averageSchema, ssim: averageSchema });
export type Quality = z.infer<typeof qualitySchema>;

/** The two kinds of pictures: drawings of held-out concepts, and photographs. */
const onBothSets = <T extends z.ZodMiniType>(value: T) => z.object({ heldOut: value, photos: value });

/** What is fitted to training pictures, once for each seed: means over the pictures. */
const fittedSchema = onBothSets(z.object({ psnr: spreadSchema, ssim: spreadSchema }));
export type Fitted = z.infer<typeof fittedSchema>;

/** A file format at the highest quality whose payload fits the bits; headers are given to it for free. */
const formatSchema = z.object({
  /** Share of the pictures that fit at all; the rest of the figures are over these, none where there is none. */
  fits: share,
  quality: z.nullable(qualitySchema),
  /** The VQ-VAE on the very same pictures, dB. */
  vqvaePsnr: z.nullable(z.number()),
  payloadBits: z.nullable(z.number()),
  /** What the file takes besides, not counted. */
  headerBits: z.nullable(z.number()),
});
export type FormatScore = z.infer<typeof formatSchema>;

const size = z.union([positiveInt, z.literal('inf')]);

const pointSchema = z.object({
  grid: z.union([z.literal(16), z.literal(8)]),
  codebook: size,
  bits: positive,
  vqvae: z.object({
    ...onBothSets(qualitySchema).shape,
    /** Of the held-out drawings, those by the artist never seen. */
    unseenArtist: qualitySchema,
    /** Over the held-out drawings; none for ∞. */
    usage: z.nullable(share),
    perplexity: z.nullable(z.number()),
  }),
  /** The same bits spent otherwise; none for ∞. */
  baselines: z.nullable(
    z.object({
      /** As many prototypes of square patches as the codebook has entries, on the same grid. */
      kMeans: z.object({ ...fittedSchema.shape, usage: spreadSchema }),
      /** Coefficients of whole pictures, each with as many bits as repay. */
      pca: z.object({ ...fittedSchema.shape, components: spreadSchema }),
      /** A small copy with few levels of each colour, enlarged again. */
      thumbnail: z.object({ ...onBothSets(qualitySchema).shape, side: positiveInt, bitsPerValue: positiveInt }),
      jpeg: onBothSets(formatSchema),
      webp: onBothSets(formatSchema),
    }),
  ),
});
export type Point = z.infer<typeof pointSchema>;

export const e4Schema = resultSchema('e4', z.object({ points: z.array(pointSchema).check(z.minLength(1)) }));
export type E4 = z.infer<typeof e4Schema>;
