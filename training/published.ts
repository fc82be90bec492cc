/** The published models as Node reads them: manifest, checked weights, and the hash by which results name them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLexicon, type Lexicon } from '../src/model/contrastive/lexicon';
import type { ContrastiveManifest, ModelManifest, VqvaeManifest, WordsFile } from '../src/model/manifest';
import { LEXICON_ID } from '../src/model/registry';
import type { GridSize, ParamArrays } from '../src/model/types';
import {
  checkBytes,
  decodeWeights,
  parseLexiconManifest,
  parseManifest,
  parseVocabulary,
  weightGroup,
} from '../src/model/weights';
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

/** The lexicon of the published towers. Needs a started backend. @throws WeightsError, or Error where it was fitted to others */
export function readLexicon(folder: string, towers: Pick<ModelManifest, 'id' | 'weightsManifest'>): Lexicon {
  const own = join(folder, LEXICON_ID);
  const path = join(own, 'manifest.json');
  const manifest = parseLexiconManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  const [image, text] = [weightGroup(towers, 'image').sha256, weightGroup(towers, 'text').sha256];
  if (manifest.towers.image !== image || manifest.towers.text !== text)
    throw new Error(`${path} is of other towers than those published: run \`npm run lexicon\``);
  const { paths } = weightGroup(manifest, 'weights');
  const arrays = decodeWeights(manifest, 'weights', readFileSync(join(own, paths[0])));
  return createLexicon(readWords(own, manifest.units), arrays);
}

/** A list of words, checked. @throws WeightsError */
export function readWords(folder: string, file: WordsFile): string[] {
  const path = join(folder, file.path);
  const bytes = readFileSync(path);
  checkBytes(bytes, file, path);
  return parseVocabulary(JSON.parse(bytes.toString('utf8')), path);
}

/** Needs a started backend. @throws WeightsError */
export function readVqvae(grid: GridSize): Published<VqvaeManifest> {
  const model = readModel(`vqvae-${grid}`, 'weights');
  if (model.manifest.family !== 'vqvae') throw new Error(`${model.folder} holds another kind of model`);
  return { ...model, manifest: model.manifest };
}
