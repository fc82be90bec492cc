/** The generation side: tokens chosen on the CPU, one decoding, and how good it is. */

import type { VqvaeManifest } from '../../model/manifest';
import { bitsPerImage, psnr, ssim } from '../../model/metrics';
import { lookUp, nearestCodes } from '../../model/quantizer';
import type { CodebookSize } from '../../model/types';
import { codebookName } from '../../model/vqvae/config';
import { EngineError } from '../errors';
import type { GenerationResult, GenerationSettings, Likeness, ReconstructionMetrics } from '../protocol';
import { identityOf } from '../stores/models';
import type { StoredModel } from '../stores/parcel';
import { configOf, type DrawnPass, type Passes, sizeIndexOf } from './passes';
import type { CurrentImage } from './workshop';

/**
 * Redraws an image at the given settings and remembers them as shown.
 * @param drawn what the pass that encoded the image made of it, at the same settings
 */
export async function reconstruct(
  passes: Passes,
  model: StoredModel<VqvaeManifest>,
  current: CurrentImage,
  settings: GenerationSettings,
  drawn?: DrawnPass,
): Promise<GenerationResult> {
  const { grid, codebook } = settings;
  const { codeDim } = model.manifest.config;
  const first = current.latents.has(grid) ? drawn : await passes.draw(model, current.image, codebook);
  if (first) current.latents.set(grid, first.latents);
  const latents = await latentsAt(passes, model, current, settings); // [G·G·D]
  const entries = entriesOf(model, codebook); // [K·D]
  const tokens = codebook === 'inf' ? new Uint16Array() : nearestCodes(latents, entries, codeDim); // [G·G]
  const codes = codebook === 'inf' ? latents : lookUp(tokens, entries, codeDim); // [G·G·D]
  // Rounding may have had the backend choose another of two entries that are equally near: then it draws once more.
  const isAsChosen = first && tokens.every((token, cell) => token === first.tokens[cell]);
  const reconstruction = isAsChosen ? first.drawing : await passes.decode(model, codes, codebook);
  current.shown = settings;
  const metrics = measure(current.image.data, reconstruction, settings, codeDim, tokens);
  return { model: identityOf(model), grid, codebook, tokens, latents, entries, codeDim, reconstruction, metrics };
}

/** Latents of the image at one grid and codebook size; encodes where that grid was not asked for before. [G·G·D] */
export async function latentsAt(
  passes: Passes,
  model: StoredModel<VqvaeManifest>,
  current: Pick<CurrentImage, 'image' | 'latents'>,
  { grid, codebook }: GenerationSettings,
): Promise<Float32Array> {
  const all = current.latents.get(grid) ?? (await passes.latents(model, current.image));
  current.latents.set(grid, all);
  return latentsFor(model, all, codebook);
}

/** A copy of what the encoder gives one codebook size. all [S·G·G·D] -> [G·G·D] */
export function latentsFor(model: StoredModel<VqvaeManifest>, all: Float32Array, codebook: CodebookSize): Float32Array {
  const index = sizeIndexOf(model, codebook);
  const size = all.length / configOf(model).codebooks.length;
  return all.slice(index * size, (index + 1) * size);
}

/** A copy of the codebook, free to be transferred; empty for 'inf'. [K·D] */
export function entriesOf(model: StoredModel<VqvaeManifest>, codebook: CodebookSize): Float32Array {
  if (codebook === 'inf') return new Float32Array();
  const entries = model.arrays[codebookName(codebook)];
  if (!entries) throw new EngineError({ code: 'internal', detail: `no entries for ${codebook}` });
  return entries.values.slice();
}

/** How like the original a drawing is; equal images have no finite PSNR. */
export function likeness(original: Uint8Array, drawn: Uint8Array): Likeness {
  const decibels = psnr(original, drawn);
  return { psnr: Number.isFinite(decibels) ? decibels : null, ssim: ssim(original, drawn) };
}

function measure(
  original: Uint8Array,
  reconstruction: Uint8Array,
  { grid, codebook }: GenerationSettings,
  codeDim: number,
  tokens: Uint16Array,
): ReconstructionMetrics {
  return {
    ...likeness(original, reconstruction),
    bitsPerImage: bitsPerImage(grid, codebook, codeDim),
    codesUsed: codebook === 'inf' ? null : new Set(tokens).size,
  };
}
