/** The manifest beside each model's weights: what it is, how it was trained, how good it measured, and what its files must be. */
import { z } from 'zod';
import { contrastiveConfigSchema } from './contrastive/config';
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

/** Measured figures by name; nested names are joined with '/'. */
const metricsSchema = z.record(z.string(), z.number());

const common = {
  format: z.literal(1),
  training: trainingSchema,
  weightsManifest: z.array(weightGroupSchema).min(1),
  /** Figures with the stored (quantised) weights, and with the float32 ones they were made from. */
  metrics: z.object({ stored: metricsSchema, float32: metricsSchema }),
};

export const manifestSchema = z.discriminatedUnion('family', [
  z.object({
    ...common,
    family: z.literal('contrastive'),
    id: z.literal('contrastive'),
    config: contrastiveConfigSchema,
    vocabulary: z.object({ path: z.string(), sha256: sha256Schema, bytes: z.number().int().positive() }),
  }),
  z.object({
    ...common,
    family: z.literal('vqvae'),
    id: z.enum(['vqvae-16', 'vqvae-8']),
    config: vqvaeConfigSchema,
    sharing: sharingSchema.optional(),
  }),
]);
export type ModelManifest = z.infer<typeof manifestSchema>;
export type VqvaeManifest = Extract<ModelManifest, { family: 'vqvae' }>;
export type ContrastiveManifest = Extract<ModelManifest, { family: 'contrastive' }>;
