/** The published models on the current backend, each opened when first asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContrastiveConfig } from '../../src/model/contrastive/config';
import type { Lexicon } from '../../src/model/contrastive/lexicon';
import { createTokeniser, type Tokeniser } from '../../src/model/contrastive/vocabulary';
import type { ModelManifest } from '../../src/model/manifest';
import { disposeParams, uploadParams } from '../../src/model/params';
import type { ModelId } from '../../src/model/registry';
import type { ParamArrays, Params } from '../../src/model/types';
import type { VqvaeConfig } from '../../src/model/vqvae/config';
import { decodeWeights } from '../../src/model/weights';
import { readLexicon, readWords } from '../published';

type Manifests = Readonly<Record<ModelId, ModelManifest>>;

interface Open<Config> {
  readonly config: Config;
  /** The same parameters on the CPU and on the backend. */
  readonly arrays: ParamArrays;
  readonly params: Params;
}

export type OpenVqvae = Open<VqvaeConfig>;
export interface OpenContrastive extends Open<ContrastiveConfig> {
  readonly tokeniser: Tokeniser;
}

export interface OpenModels {
  readonly contrastive: OpenContrastive;
  readonly 'vqvae-16': OpenVqvae;
  readonly 'vqvae-8': OpenVqvae;
  /** What reads captions beside the contrastive model's text tower. */
  readonly lexicon: Lexicon;
}

/** Weights of all groups, checked. @throws WeightsError */
function readWeights(folder: string, manifest: ModelManifest): ParamArrays {
  const groups = manifest.weightsManifest.map(({ name, paths }) =>
    decodeWeights(manifest, name, readFileSync(join(folder, manifest.id, paths[0]))),
  );
  return Object.assign({}, ...groups) as ParamArrays;
}

function readTokeniser(folder: string, manifest: ModelManifest): Tokeniser {
  if (manifest.family !== 'contrastive') throw new Error(`${manifest.id} reads no captions`);
  return createTokeniser(readWords(join(folder, manifest.id), manifest.vocabulary));
}

/**
 * @param folder holds a folder for each model
 * @returns the models, and what frees the tensors of those that were opened
 */
export function openModels(folder: string, manifests: Manifests): { models: OpenModels; dispose(): void } {
  const opened = new Map<ModelId, Open<unknown>>();
  const open = <Config>(id: ModelId): Open<Config> => {
    const arrays = (opened.get(id)?.arrays ?? readWeights(folder, manifests[id])) as ParamArrays;
    const model = opened.get(id) ?? { config: manifests[id].config, arrays, params: uploadParams(arrays) };
    opened.set(id, model);
    return model as Open<Config>;
  };
  let tokeniser: Tokeniser | undefined;
  let lexicon: Lexicon | undefined;
  return {
    models: {
      get contrastive() {
        tokeniser ??= readTokeniser(folder, manifests.contrastive);
        return { ...open<ContrastiveConfig>('contrastive'), tokeniser };
      },
      get 'vqvae-16'() {
        return open<VqvaeConfig>('vqvae-16');
      },
      get 'vqvae-8'() {
        return open<VqvaeConfig>('vqvae-8');
      },
      get lexicon() {
        lexicon ??= readLexicon(folder, manifests.contrastive);
        return lexicon;
      },
    },
    dispose() {
      for (const { params } of opened.values()) disposeParams(params);
      opened.clear();
    },
  };
}
