/** Reads the measured figures that the article prints; a result that is stale or of a trial run is as good as not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerSchema, type WeightHashes } from '../../src/results/envelope';
import { hashesOf, ResultError, readResult } from '../../src/results/freshness';

/** Hashes of all weights below a folder with a folder for each model. */
function publishedIn(models: string): WeightHashes {
  const paths = existsSync(models) ? readdirSync(models).map((id) => join(models, id, 'manifest.json')) : [];
  return hashesOf(paths.filter((path) => existsSync(path)).map((path) => JSON.parse(readFileSync(path, 'utf8'))));
}

/**
 * Content of a JSON file below `folder`, where it is there and may be shown.
 * @param complain told why a result is passed over
 */
export function readPublic(folder: string, file: string, complain: (complaint: string) => void): unknown {
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  // Manifests, and benchmarks, which have no such head.
  if (!headerSchema.safeParse(content).success) return content;
  try {
    readResult(headerSchema, content, publishedIn(join(folder, 'models')), file);
    return content;
  } catch (error) {
    if (!(error instanceof ResultError)) throw error;
    complain(error.message);
    return undefined;
  }
}
