/** Files of the site as the worker fetches them, with what can go wrong named. */
import type * as z from 'zod/mini';
import { EngineError, type FailureCode } from '../errors';

/** What a file's absence, and its being cut short, are called. */
export interface FileFailures {
  readonly missing: FailureCode;
  readonly truncated: FailureCode;
}

export const WEIGHT_FAILURES: FileFailures = { missing: 'weights-missing', truncated: 'weights-truncated' };
export const GALLERY_FAILURES: FileFailures = { missing: 'gallery-missing', truncated: 'gallery-missing' };

/** How files are come by; as `fetch` answers. */
export type FetchFile = (url: string, init: { readonly cache: RequestCache; readonly signal?: AbortSignal }) => Promise<Response>;

export const fetchFromSite: FetchFile = (url, init) => fetch(url, init);

/**
 * @param cache 'reload' passes by a copy that turned out to be bad
 * @throws EngineError with one of `failures`
 */
export async function fetchBytes(
  fetchFile: FetchFile,
  url: string,
  failures: FileFailures,
  cache: RequestCache = 'default',
): Promise<Uint8Array<ArrayBuffer>> {
  const subject = fileName(url);
  const response = await fetchFile(url, { cache }).catch((error: unknown) => {
    throw new EngineError({ code: failures.missing, subject, detail: String(error) });
  });
  const refusal = refusalOf(response);
  if (refusal) {
    // What nobody reads would hold the connection.
    response.body?.cancel().catch(() => undefined);
    throw new EngineError({ code: failures.missing, subject, detail: refusal });
  }
  try {
    return await wholeBody(response);
  } catch (error) {
    throw new EngineError({ code: failures.truncated, subject, detail: String(error) });
  }
}

/** Why what came is not the file. */
function refusalOf({ ok, status, headers }: Response): string | undefined {
  if (!ok) return `status ${status}`;
  // A host of single-page applications answers every address with its page.
  return headers.get('content-type')?.startsWith('text/html') ? 'a page came instead' : undefined;
}

/** By pieces: `arrayBuffer()` would not tell why a body that this thread passes on broke off. */
async function wholeBody({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) pieces.push(next.value);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

/**
 * A file that turns out to be bad is fetched once more, past the cache.
 * @param check throws an EngineError where the bytes are not those wanted
 * @throws EngineError with one of `failures`, or what `check` throws
 */
export async function fetchChecked(
  fetchFile: FetchFile,
  url: string,
  failures: FileFailures,
  check: (bytes: Uint8Array) => void,
): Promise<Uint8Array> {
  const bytes = await fetchBytes(fetchFile, url, failures);
  try {
    check(bytes);
    return bytes;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
  }
  const anew = await fetchBytes(fetchFile, url, failures, 'reload');
  check(anew);
  return anew;
}

/**
 * @param invalid what a file is called that is not JSON or not of the schema's form
 * @throws EngineError
 */
export async function fetchJson<T>(
  fetchFile: FetchFile,
  url: string,
  schema: z.ZodMiniType<T>,
  failures: FileFailures,
  invalid: FailureCode,
): Promise<T> {
  const text = new TextDecoder().decode(await fetchBytes(fetchFile, url, failures));
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new EngineError({ code: invalid, subject: fileName(url), detail: String(error) });
  }
}

/** The last two parts of a path: enough to name the file to the reader. */
export const fileName = (url: string): string => new URL(url).pathname.split('/').slice(-2).join('/');
