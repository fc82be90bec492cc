/** How a model's weights are stored in public/models: where, in which precision, and what is left of them when they are read again. */
import { join } from 'node:path';
import { setFloat16 } from '@petamoriken/float16';
import type { ModelManifest, WeightGroup } from '../src/model/manifest';
import { groupSpecs, type ModelId } from '../src/model/registry';
import type { ParamArrays } from '../src/model/types';
import { decodeWeights, encodeWeights, type Precision } from '../src/model/weights';

export const MODELS_FOLDER = join('public', 'models');

/** Bytes a tensor value takes on the wire; the page loads both codes at once, so the larger model is stored coarser. */
const PRECISION: Readonly<Record<ModelId, Precision>> = { contrastive: 'uint8', 'vqvae-16': 'float16', 'vqvae-8': 'float16' };

/** Rounded to half precision, little-endian. */
export function toFloat16(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => setFloat16(view, i * 2, value, true));
  return bytes;
}

/** The part of a manifest that says which weights there are. */
export type StoredModel = Pick<ModelManifest, 'family' | 'id' | 'config'>;

/** One file of weights, and its entry in the manifest. */
export interface StoredGroup {
  readonly group: WeightGroup;
  readonly bytes: Uint8Array;
}

export const storedGroups = (model: StoredModel, arrays: ParamArrays): StoredGroup[] =>
  Object.entries(groupSpecs(model)).map(([name, specs]) =>
    encodeWeights(name, `${name}.bin`, specs, arrays, PRECISION[model.id], toFloat16),
  );

/** The weights as they are read again from these files. Needs a started backend. */
export function readStored(model: StoredModel, groups: readonly StoredGroup[]): ParamArrays {
  const manifest = { ...model, weightsManifest: groups.map(({ group }) => group) };
  return Object.assign({}, ...groups.map(({ group, bytes }) => decodeWeights(manifest, group.name, bytes))) as ParamArrays;
}

/** The weights as they are once stored and read again; what was read before comes back the same to the bit. Needs a started backend. */
export const asStored = (model: StoredModel, arrays: ParamArrays): ParamArrays => readStored(model, storedGroups(model, arrays));
