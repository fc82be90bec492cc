/** The one list of models: id, and which parameters each file of weights holds. */
import { imageTowerSpecs, lossSpecs, textTowerSpecs } from './contrastive/config';
import type { ModelManifest } from './manifest';
import type { ParamSpec } from './params';
import { codebookSpecs, type VqvaeConfig, vqvaeSpecs } from './vqvae/config';

export const MODEL_IDS = ['contrastive', 'vqvae-16', 'vqvae-8'] as const;
export type ModelId = (typeof MODEL_IDS)[number];

/** Parameters by weight group: a group is a file, fetched only where it is needed. */
export function groupSpecs(model: Pick<ModelManifest, 'family' | 'config'>): Readonly<Record<string, readonly ParamSpec[]>> {
  if (model.family === 'vqvae') {
    const config = model.config as VqvaeConfig;
    return { weights: [...vqvaeSpecs(config), ...codebookSpecs(config)] };
  }
  const { config } = model as Extract<ModelManifest, { family: 'contrastive' }>;
  return { image: imageTowerSpecs(config), text: [...textTowerSpecs(config), ...lossSpecs('text'), ...lossSpecs('artists')] };
}
