/** Reads the manifests of all models as they are published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ModelManifest, manifestSchema } from '../../src/model/manifest';
import { MODEL_IDS, type ModelId } from '../../src/model/registry';

/** Manifests by model, from a folder that has one folder for each. Throws when one is missing or not valid. */
export function readManifests(folder: string): Readonly<Record<ModelId, ModelManifest>> {
  const entries = MODEL_IDS.map((id) => [
    id,
    manifestSchema.parse(JSON.parse(readFileSync(join(folder, id, 'manifest.json'), 'utf8'))),
  ]);
  return Object.fromEntries(entries) as Record<ModelId, ModelManifest>;
}
