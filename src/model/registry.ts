/** The one list of models: id, and which parameters each file of weights holds. */
import { imageTowerSpecs, lossSpecs, textTowerSpecs } from './contrastive/config';
import { lexiconSpecs } from './contrastive/lexicon';
import { codeStatisticsSpecs, decoderSpecs } from './decoder/config';
import type { AnyManifest, DecoderManifest, LexiconManifest, ModelManifest } from './manifest';
import type { ParamSpec } from './params';
import type { SwapCode } from './types';
import { codebookSpecs, type VqvaeConfig, vqvaeSpecs } from './vqvae/config';

export const MODEL_IDS = ['contrastive', 'vqvae-16', 'vqvae-8'] as const;
export type ModelId = (typeof MODEL_IDS)[number];

/** The small decoder that draws from one frozen code; trained apart, once the encoders are fixed. */
export const decoderId = <Code extends SwapCode>(code: Code) => `decoder-${code}` as const;
export type DecoderId = ReturnType<typeof decoderId<SwapCode>>;

/** What words say in the space of the contrastive model's images; fitted apart, once that is fixed. */
export const LEXICON_ID = 'lexicon';

/** Parameters by weight group: a group is a file, fetched only where it is needed. */
export function groupSpecs(model: Pick<AnyManifest, 'family' | 'config'>): Readonly<Record<string, readonly ParamSpec[]>> {
  if (model.family === 'decoder') {
    const { config } = model as DecoderManifest;
    return { weights: [...decoderSpecs(config), ...codeStatisticsSpecs(config)] };
  }
  if (model.family === 'lexicon') return { weights: lexiconSpecs((model as LexiconManifest).config) };
  if (model.family === 'vqvae') {
    const config = model.config as VqvaeConfig;
    return { weights: [...vqvaeSpecs(config), ...codebookSpecs(config)] };
  }
  const { config } = model as Extract<ModelManifest, { family: 'contrastive' }>;
  return { image: imageTowerSpecs(config), text: [...textTowerSpecs(config), ...lossSpecs('text'), ...lossSpecs('artists')] };
}
