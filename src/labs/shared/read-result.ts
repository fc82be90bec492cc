/** What an experiment found, as the page may show it: only what was measured on the weights that are published now. */
import * as z from 'zod/mini';
import { headerSchema, type ResultHeader } from '../../results/envelope';
import { hashesOf, ResultError, readResult } from '../../results/freshness';
import type { FileUrl } from './files';

export type Finding<R> =
  | { readonly state: 'found'; readonly result: R }
  /** Never measured, or measured on other weights than those published. */
  | { readonly state: 'missing' | 'stale' };

const manifestSchema = z.object({
  id: z.string(),
  weightsManifest: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return response.json();
}

/**
 * Reads `results/<id>.json`.
 * @throws where it is not what its schema says, or a manifest cannot be fetched
 */
export async function findResult<R extends ResultHeader>(
  schema: z.ZodMiniType<R>,
  id: string,
  fileUrl: FileUrl,
): Promise<Finding<R>> {
  const response = await fetch(fileUrl(`results/${id}.json`));
  if (response.status === 404) return { state: 'missing' };
  if (!response.ok) throw new Error(`results/${id}.json: status ${response.status}`);
  const json: unknown = await response.json();
  const models = new Set(Object.keys(headerSchema.parse(json).weights).map((weights) => weights.split('/')[0]));
  const manifests = await Promise.all(
    [...models].map(async (model) => manifestSchema.parse(await fetchJson(fileUrl(`models/${model}/manifest.json`)))),
  );
  try {
    return { state: 'found', result: readResult(schema, json, hashesOf(manifests), `results/${id}.json`) };
  } catch (cause) {
    if (cause instanceof ResultError && cause.code !== 'result-invalid') return { state: 'stale' };
    throw cause;
  }
}
