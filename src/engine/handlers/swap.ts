/** op swap: an image drawn back by the same small decoder from each frozen code; the current image stays. */
import { concat, reshape, type Tensor, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { towerCodes } from '../../model/decoder/codes';
import { draw } from '../../model/decoder/model';
import type { ContrastiveManifest, DecoderManifest, VqvaeManifest } from '../../model/manifest';
import { bitsPerImage } from '../../model/metrics';
import { lookUp, nearestCodes } from '../../model/quantizer';
import { type RgbImage, SWAP_CODES, type SwapCode } from '../../model/types';
import type { SwapDrawing } from '../protocol';
import { type DecoderPair, identityOf } from '../stores/models';
import type { StoredModel } from '../stores/parcel';
import { entriesOf, latentsAt, likeness } from './generation';
import { createPasses, pixels, readBack, toBytes, upload } from './passes';
import type { CurrentImage, Workshop } from './workshop';

type Subject = Pick<CurrentImage, 'image' | 'latents'>;

/** Gives the code on the backend, inside a pass. x [1, H, W, 3] -> [1, S, S, D] */
type CodeOf = (x: Tensor4D) => Tensor4D;

export async function swap(workshop: Workshop, image: RgbImage): Promise<SwapDrawing[]> {
  const { models, backend, current } = workshop;
  // What is known of the current image need not be computed again.
  const isCurrent = current?.image.data.every((value, i) => value === image.data[i]) ?? false;
  const subject: Subject = current && isCurrent ? current : { image, latents: new Map() };
  const pairs = await Promise.all(SWAP_CODES.map((code) => models.decoder(code)));
  const codes = await Promise.all(SWAP_CODES.map((code, i) => codeOf(workshop, subject, code, pairs[i] as DecoderPair)));
  upload(backend, models, ...pairs.map(({ decoder }) => decoder));
  const values = await readBack(backend, () => {
    const x = pixels(image);
    return concat(
      pairs.map(({ decoder }, i): Tensor => {
        const code = (codes[i] as CodeOf)(x);
        return reshape(draw(models.params(decoder), decoder.manifest.config, code), [-1]);
      }),
    ); // [4·H·W·3]
  });
  const each = image.data.length;
  return SWAP_CODES.map((code, i) => {
    const { decoder, encoder } = pairs[i] as DecoderPair;
    const reconstruction = toBytes(values.subarray(i * each, (i + 1) * each));
    return {
      code,
      decoder: identityOf(decoder),
      encoder: { id: decoder.manifest.encoder.model, sha256: encoder.sha256 },
      reconstruction,
      metrics: { ...likeness(image.data, reconstruction), bitsPerImage: bitsOf(decoder.manifest) },
    };
  });
}

/** Tokens are chosen on the CPU before the pass; what a tower gives stays on the backend. */
async function codeOf(
  { models, backend }: Workshop,
  subject: Subject,
  code: SwapCode,
  { decoder, encoder }: DecoderPair,
): Promise<CodeOf> {
  const { encoder: frozen, config } = decoder.manifest;
  if (frozen.model === 'vqvae-8') {
    const vqvae = encoder as StoredModel<VqvaeManifest>;
    const codebook = frozen.codebook;
    const latents = await latentsAt(createPasses(backend, models), vqvae, subject, { grid: 8, codebook });
    const entries = entriesOf(vqvae, codebook);
    const codes = lookUp(nearestCodes(latents, entries, config.codeDim), entries, config.codeDim);
    return () => tensor4d(codes, [1, config.side, config.side, config.codeDim]);
  }
  const tower = encoder as StoredModel<ContrastiveManifest>;
  upload(backend, models, tower);
  return (x) => towerCodes(models.params(tower), tower.manifest.config, x)[code === 'pooled' ? 'pooled' : 'grid'];
}

/** Tokens by the size of their codebook, everything else as 32-bit floats. */
const bitsOf = ({ encoder, config }: DecoderManifest): number =>
  bitsPerImage(config.side, encoder.model === 'vqvae-8' ? encoder.codebook : 'inf', config.codeDim);
