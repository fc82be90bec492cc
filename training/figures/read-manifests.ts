/** Reads the manifests of all models as they are published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LexiconManifest, lexiconManifestSchema, type ModelManifest, manifestSchema } from '../../src/model/manifest';
import { LEXICON_ID, MODEL_IDS, type ModelId } from '../../src/model/registry';

export type PublishedManifests = Readonly<Record<ModelId, ModelManifest>> & { readonly lexicon: LexiconManifest };

/** Manifests by model, from a folder that has one folder for each. Throws when one is missing or not valid. */
export function readManifests(folder: string): PublishedManifests {
  const entries = MODEL_IDS.map((id) => [
    id,
    manifestSchema.parse(JSON.parse(readFileSync(join(folder, id, 'manifest.json'), 'utf8'))),
  ]);
  const lexicon = lexiconManifestSchema.parse(JSON.parse(readFileSync(join(folder, LEXICON_ID, 'manifest.json'), 'utf8')));
  return { ...(Object.fromEntries(entries) as Record<ModelId, ModelManifest>), lexicon };
}
