/** The passes on the backend: one for a new image, one for a reconstruction, each read back once. */
import { concat, mean, reshape, type Tensor, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { PATCH_GRID } from '../../model/contrastive/config';
import { imageTower } from '../../model/contrastive/image-tower';
import type { ContrastiveManifest, VqvaeManifest } from '../../model/manifest';
import { type CodebookSize, IMAGE_SIZE, type RgbImage } from '../../model/types';
import type { VqvaeConfig } from '../../model/vqvae/config';
import { allLatents, decode, encodeTrunk } from '../../model/vqvae/model';
import type { OpenBackend } from '../backends/backend';
import type { ModelStore, StoredModel } from '../stores/models';
import { until } from '../until';

const PEAK = 255;

export interface ImageCodes {
  /** Unit vector. [E] */
  readonly embedding: Float32Array;
  /** Attention of the pooling head, averaged over heads. [N] */
  readonly attention: Float32Array;
  /** Latents of every codebook size, as the model lists them. [S·G·G·D] */
  readonly latents: Float32Array;
}

export interface Passes {
  /** Both encoders over an image. */
  encode(contrastive: StoredModel<ContrastiveManifest>, vqvae: StoredModel<VqvaeManifest>, image: RgbImage): Promise<ImageCodes>;
  /** The generation encoder alone, for another grid of the current image. -> [S·G·G·D] */
  latents(vqvae: StoredModel<VqvaeManifest>, image: RgbImage): Promise<Float32Array>;
  /** Codes to 8-bit pixels. codes [G·G·D] -> [64·64·3] */
  decode(vqvae: StoredModel<VqvaeManifest>, codes: Float32Array, size: CodebookSize): Promise<Uint8Array>;
}

export function createPasses(backend: OpenBackend, models: ModelStore): Passes {
  const latentsOf = (vqvae: StoredModel<VqvaeManifest>, x: Tensor4D): Tensor => {
    const params = models.params(vqvae);
    const config = configOf(vqvae);
    return reshape(allLatents(params, config, encodeTrunk(params, config, x)), [-1]);
  };

  return {
    async encode(contrastive, vqvae, image) {
      const { embedDim } = contrastive.manifest.config;
      upload(models, contrastive, vqvae);
      const values = await readBack(backend, () => {
        const x = pixels(image); // [1, H, W, 3]
        const { embedding, trace } = imageTower(models.params(contrastive), contrastive.manifest.config, x);
        return concat([reshape(embedding, [-1]), reshape(mean(trace.pooling, 1), [-1]), latentsOf(vqvae, x)]);
      });
      const attentionEnd = embedDim + PATCH_GRID ** 2;
      return {
        embedding: values.slice(0, embedDim),
        attention: values.slice(embedDim, attentionEnd),
        latents: values.slice(attentionEnd),
      };
    },
    latents(vqvae, image) {
      upload(models, vqvae);
      return readBack(backend, () => latentsOf(vqvae, pixels(image)));
    },
    async decode(vqvae, codes, size) {
      upload(models, vqvae);
      const { grid, codeDim } = vqvae.manifest.config;
      const values = await readBack(backend, () =>
        decode(models.params(vqvae), configOf(vqvae), tensor4d(codes, [1, grid, grid, codeDim]), size),
      );
      return Uint8Array.from(values, (value) => Math.round(value * PEAK));
    },
  };
}

/** Zod types a codebook size as any whole number; which ones there are is checked with the names of the weights. */
export const configOf = ({ manifest }: StoredModel<VqvaeManifest>): VqvaeConfig => manifest.config as VqvaeConfig;

/** Outside the pass, whose tensors are swept away at its end. */
function upload(models: ModelStore, ...stored: readonly StoredModel[]): void {
  for (const model of stored) models.params(model);
}

/** [1, H, W, 3] in 0..1 */
const pixels = (image: RgbImage): Tensor4D =>
  tensor4d(
    Float32Array.from(image.data, (value) => value / PEAK),
    [1, IMAGE_SIZE, IMAGE_SIZE, 3],
  );

async function readBack(backend: OpenBackend, pass: () => Tensor): Promise<Float32Array> {
  const result = tidy(pass);
  try {
    // A lost context would keep the fence of the readback waiting for ever.
    return await until(backend.lost, () => ({ code: 'context-lost', subject: backend.name }), result.data<'float32'>());
  } finally {
    result.dispose();
  }
}
