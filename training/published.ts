/** The published models as Node reads them: manifest, checked weights, and the hash by which results name them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContrastiveManifest, ModelManifest, VqvaeManifest } from '../src/model/manifest';
import type { GridSize, ParamArrays } from '../src/model/types';
import { decodeWeights, parseManifest, weightGroup } from '../src/model/weights';
import { MODELS_FOLDER } from './stored-weights';

export interface Published<M extends ModelManifest = ModelManifest> {
  readonly manifest: M;
  /** All groups together. */
  readonly arrays: ParamArrays;
  /** SHA-256 of the weights that the page loads. */
  readonly sha256: string;
  /** Folder of the model's files. */
  readonly folder: string;
}

/** @param group whose hash stands for the model: what the page loads of it */
function readModel(id: ModelManifest['id'], group: string): Published {
  const folder = join(MODELS_FOLDER, id);
  const path = join(folder, 'manifest.json');
  const manifest = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  const groups = manifest.weightsManifest.map(({ name, paths }) =>
    decodeWeights(manifest, name, readFileSync(join(folder, paths[0]))),
  );
  const { sha256 } = weightGroup(manifest, group);
  return { manifest, arrays: Object.assign({}, ...groups) as ParamArrays, sha256, folder };
}

/** Needs a started backend. @throws WeightsError */
export function readContrastive(): Published<ContrastiveManifest> {
  const model = readModel('contrastive', 'image');
  if (model.manifest.family !== 'contrastive') throw new Error(`${model.folder} holds another kind of model`);
  return { ...model, manifest: model.manifest };
}

/** Needs a started backend. @throws WeightsError */
export function readVqvae(grid: GridSize): Published<VqvaeManifest> {
  const model = readModel(`vqvae-${grid}`, 'weights');
  if (model.manifest.family !== 'vqvae') throw new Error(`${model.folder} holds another kind of model`);
  return { ...model, manifest: model.manifest };
}
