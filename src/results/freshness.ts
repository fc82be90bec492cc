/** Whether a result was measured on the weights that are published now; one that was not is refused. */
import type * as z from 'zod/mini';
import type { ResultHeader, WeightHashes } from './envelope';

/** A result that must not be shown: not what its schema says, made in a trial run, or measured on other weights. */
export class ResultError extends Error {
  constructor(
    readonly code: 'result-invalid' | 'result-trial' | 'result-stale',
    readonly subject: string,
    detail: string,
  ) {
    super(`${subject}: ${detail}`);
    this.name = 'ResultError';
  }
}

interface Hashed {
  readonly id: string;
  readonly weightsManifest: readonly { readonly name: string; readonly sha256: string }[];
}

/** The hashes of published weights, as results name them: `<model>/<group>`. */
export const hashesOf = (manifests: readonly Hashed[]): WeightHashes =>
  Object.fromEntries(
    manifests.flatMap(({ id, weightsManifest }) => weightsManifest.map(({ name, sha256 }) => [`${id}/${name}`, sha256])),
  );

/** The weight files that have changed, or are gone, since the result was measured. */
export const changedWeights = ({ weights }: Pick<ResultHeader, 'weights'>, published: WeightHashes): string[] =>
  Object.keys(weights).filter((name) => weights[name] !== published[name]);

/**
 * Checks a result file against its schema and the published weights.
 * @param subject the file, for the sentence
 * @throws ResultError
 */
export function readResult<R extends ResultHeader>(
  schema: z.ZodMiniType<R>,
  json: unknown,
  published: WeightHashes,
  subject: string,
): R {
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ResultError('result-invalid', subject, `${issue?.path.join('.')}: ${issue?.message}`);
  }
  const result = parsed.data;
  if (result.smoke)
    throw new ResultError('result-trial', subject, 'a trial run on a handful of pictures; its figures mean nothing');
  const [changed] = changedWeights(result, published);
  if (changed !== undefined)
    throw new ResultError(
      'result-stale',
      subject,
      `measured on ${changed} ${result.weights[changed]?.slice(0, 12)}, but ${published[changed]?.slice(0, 12) ?? 'nothing'} is published: run \`npm run evaluate\` again`,
    );
  return result;
}
