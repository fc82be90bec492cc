/** The manifest beside each model's weights: what it is, how it was trained, how good it measured, and what its files must be. */
import { z } from 'zod';
import { contrastiveConfigSchema } from './contrastive/config';
import { lexiconConfigSchema } from './contrastive/lexicon';
import { decoderConfigSchema } from './decoder/config';
import { vqvaeConfigSchema } from './vqvae/config';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** One tensor in a tfjs weights file, as `tf.io` names it. */
const weightEntrySchema = z.object({
  name: z.string(),
  shape: z.array(z.number().int().nonnegative()),
  dtype: z.literal('float32'),
  quantization: z
    .union([
      z.object({ dtype: z.literal('float16') }),
      z.object({ dtype: z.literal('uint8'), min: z.number(), scale: z.number() }),
    ])
    .optional(),
});
export type WeightEntry = z.infer<typeof weightEntrySchema>;

/** A group of the tfjs weights manifest, with what is needed to check its one file. */
const weightGroupSchema = z.object({
  name: z.string(),
  paths: z.tuple([z.string()]),
  bytes: z.number().int().positive(),
  sha256: sha256Schema,
  weights: z.array(weightEntrySchema),
});
export type WeightGroup = z.infer<typeof weightGroupSchema>;

/** How the weights came to be; enough to make them again. */
const trainingSchema = z.object({
  command: z.string(),
  seed: z.number().int(),
  steps: z.number().int(),
  imagesSeen: z.number().int(),
  batch: z.number().int(),
  workers: z.number().int(),
  learningRate: z.number(),
  settings: z.record(z.string(), z.union([z.number(), z.string()])),
  dataSha256: sha256Schema,
  splitSha256: sha256Schema,
  /** Of the further drawings, where the run read them. */
  furtherSha256: sha256Schema.optional(),
});

/** One encoder and decoder for all codebook sizes against one trained for a single size, for the same number of steps. */
const sharingSchema = z.object({
  command: z.string(),
  steps: z.number().int(),
  batch: z.number().int(),
  seed: z.number().int(),
  /** Mean PSNR over the held-out drawings, dB. */
  psnr: z.array(z.object({ codebook: z.number().int(), shared: z.number(), alone: z.number() })),
});
export type Sharing = z.infer<typeof sharingSchema>;

/** The same with the published weights, as they are stored, for the shared network; those trained alone are in float32. */
const publishedSharingSchema = sharingSchema.extend({ weights: sha256Schema });
export type PublishedSharing = z.infer<typeof publishedSharingSchema>;

/** Measured figures by name; nested names are joined with '/'. */
const metricsSchema = z.record(z.string(), z.number());

/** The frozen encoder that a decoder belongs to; with other weights its codes mean something else. */
const frozenEncoderSchema = z.discriminatedUnion('model', [
  z.object({ model: z.literal('contrastive'), sha256: sha256Schema }),
  z.object({ model: z.literal('vqvae-8'), sha256: sha256Schema, codebook: z.literal(512) }),
  /** Made from its seed wherever it is needed; the hash is of its values. */
  z.object({ model: z.literal('untrained'), sha256: sha256Schema, seed: z.number().int() }),
]);
export type FrozenEncoder = z.infer<typeof frozenEncoderSchema>;

/** How the lexicon came to be. */
const fittingSchema = z.object({
  command: z.string(),
  settings: z.record(z.string(), z.number()),
  dataSha256: sha256Schema,
  splitSha256: sha256Schema,
  /** Of the words that it was fitted to beside captions. */
  keywordsSha256: sha256Schema,
});

const weighed = {
  format: z.literal(1),
  weightsManifest: z.array(weightGroupSchema).min(1),
  /** Figures with the stored (quantised) weights, and with the float32 ones they were made from. */
  metrics: z.object({ stored: metricsSchema, float32: metricsSchema }),
};

const common = { ...weighed, training: trainingSchema };

/** A list of words, a file of JSON. */
const wordsFileSchema = z.object({ path: z.string(), sha256: sha256Schema, bytes: z.number().int().positive() });
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
    sharing: sharingSchema.optional(),
    publishedSharing: publishedSharingSchema.optional(),
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
  towers: z.object({ image: sha256Schema, text: sha256Schema }),
});
export type LexiconManifest = z.infer<typeof lexiconManifestSchema>;

/** Whatever has weights. */
export type AnyManifest = ModelManifest | DecoderManifest | LexiconManifest;
