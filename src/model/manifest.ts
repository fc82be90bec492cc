/** The manifest beside each model's weights: what it is, how it was trained, how good it measured, and what its files must be. */
import * as z from 'zod/mini';
import { count, positiveInt, sha256 } from '../checks';
import { contrastiveConfigSchema } from './contrastive/config';
import { lexiconConfigSchema } from './contrastive/lexicon';
import { decoderConfigSchema } from './decoder/config';
import { vqvaeConfigSchema } from './vqvae/config';

/** One tensor in a tfjs weights file, as `tf.io` names it. */
const weightEntrySchema = z.object({
  name: z.string(),
  shape: z.array(count),
  dtype: z.literal('float32'),
  quantization: z.optional(
    z.union([
      z.object({ dtype: z.literal('float16') }),
      z.object({ dtype: z.literal('uint8'), min: z.number(), scale: z.number() }),
    ]),
  ),
});
export type WeightEntry = z.infer<typeof weightEntrySchema>;

/** A group of the tfjs weights manifest, with what is needed to check its one file. */
const weightGroupSchema = z.object({
  name: z.string(),
  paths: z.tuple([z.string()]),
  bytes: positiveInt,
  sha256,
  weights: z.array(weightEntrySchema),
});
export type WeightGroup = z.infer<typeof weightGroupSchema>;

/** How the weights came to be; enough to make them again. */
const trainingSchema = z.object({
  command: z.string(),
  seed: z.int(),
  steps: z.int(),
  imagesSeen: z.int(),
  batch: z.int(),
  workers: z.int(),
  learningRate: z.number(),
  settings: z.record(z.string(), z.union([z.number(), z.string()])),
  dataSha256: sha256,
  splitSha256: sha256,
  /** Of the further drawings, where the run read them. */
  furtherSha256: z.optional(sha256),
  /** Of the lists and photographs beside the data, and of the lists beside what else was read; not told by older manifests. */
  restSha256: z.optional(sha256),
  furtherRestSha256: z.optional(sha256),
});

/** One encoder and decoder for all codebook sizes against one trained for a single size, for the same number of steps. */
const sharingSchema = z.object({
  command: z.string(),
  steps: z.int(),
  batch: z.int(),
  seed: z.int(),
  /** Mean PSNR over the held-out drawings, dB. */
  psnr: z.array(z.object({ codebook: z.int(), shared: z.number(), alone: z.number() })),
});
export type Sharing = z.infer<typeof sharingSchema>;

/** The same with the published weights, as they are stored, for the shared network; those trained alone are in float32. */
const publishedSharingSchema = z.extend(sharingSchema, { weights: sha256 });
export type PublishedSharing = z.infer<typeof publishedSharingSchema>;

/** Measured figures by name; nested names are joined with '/'. */
const metricsSchema = z.record(z.string(), z.number());

/** The frozen encoder that a decoder belongs to; with other weights its codes mean something else. */
const frozenEncoderSchema = z.discriminatedUnion('model', [
  z.object({ model: z.literal('contrastive'), sha256 }),
  z.object({ model: z.literal('vqvae-8'), sha256, codebook: z.literal(512) }),
  /** Made from its seed wherever it is needed; the hash is of its values. */
  z.object({ model: z.literal('untrained'), sha256, seed: z.int() }),
]);
export type FrozenEncoder = z.infer<typeof frozenEncoderSchema>;

/** How the lexicon came to be. */
const fittingSchema = z.object({
  command: z.string(),
  settings: z.record(z.string(), z.number()),
  dataSha256: sha256,
  splitSha256: sha256,
  /** Of the words that it was fitted to beside captions. */
  keywordsSha256: sha256,
});

const weighed = {
  format: z.literal(1),
  weightsManifest: z.array(weightGroupSchema).check(z.minLength(1)),
  /** Figures with the stored (quantised) weights, and with the float32 ones they were made from. */
  metrics: z.object({ stored: metricsSchema, float32: metricsSchema }),
};

const common = { ...weighed, training: trainingSchema };

/** A list of words, a file of JSON. */
const wordsFileSchema = z.object({ path: z.string(), sha256, bytes: positiveInt });
export type WordsFile = z.infer<typeof wordsFileSchema>;

export const manifestSchema = z.discriminatedUnion('family', [
  z.object({
    ...common,
    family: z.literal('contrastive'),
    id: z.literal('contrastive'),
    config: contrastiveConfigSchema,
    vocabulary: wordsFileSchema,
  }),
  z.object({
    ...common,
    family: z.literal('vqvae'),
    id: z.enum(['vqvae-16', 'vqvae-8']),
    config: vqvaeConfigSchema,
    /** Both trained for the comparison, in few steps. */
    sharing: z.optional(sharingSchema),
    publishedSharing: z.optional(publishedSharingSchema),
  }),
]);
export type ModelManifest = z.infer<typeof manifestSchema>;
export type VqvaeManifest = Extract<ModelManifest, { family: 'vqvae' }>;
export type ContrastiveManifest = Extract<ModelManifest, { family: 'contrastive' }>;

/** A small decoder from a frozen code; apart from the models above, since only one lab asks for it. */
export const decoderManifestSchema = z.object({
  ...common,
  family: z.literal('decoder'),
  id: z.enum(['decoder-pooled', 'decoder-grid', 'decoder-tokens', 'decoder-random-grid']),
  config: decoderConfigSchema,
  encoder: frozenEncoderSchema,
});
export type DecoderManifest = z.infer<typeof decoderManifestSchema>;

/** The lexicon that stands beside the contrastive model's text tower. */
export const lexiconManifestSchema = z.object({
  ...weighed,
  family: z.literal('lexicon'),
  id: z.literal('lexicon'),
  config: lexiconConfigSchema,
  fitting: fittingSchema,
  /** Words and pairs of characters, in the order of the rows. */
  units: wordsFileSchema,
  /** Weights of the towers that it belongs to: in the space of others its vectors mean nothing. */
  towers: z.object({ image: sha256, text: sha256 }),
});
export type LexiconManifest = z.infer<typeof lexiconManifestSchema>;

/** Whatever has weights. */
export type AnyManifest = ModelManifest | DecoderManifest | LexiconManifest;
