/** What is fetched of a model: its manifest and a file of weights, checked and decoded. */
import type { AnyManifest } from '../../model/manifest';
import { type DecoderId, LEXICON_ID, type ModelId } from '../../model/registry';
import type { ParamArrays } from '../../model/types';
import {
  decodeWeights,
  parseDecoderManifest,
  parseLexiconManifest,
  parseManifest,
  WeightsError,
  weightGroup,
} from '../../model/weights';
import { EngineError } from '../errors';
import { type FetchFile, fetchBytes, fileName, WEIGHT_FAILURES } from './files';

/** A model on the CPU. */
export interface StoredModel<M extends AnyManifest = AnyManifest> {
  readonly manifest: M;
  readonly arrays: ParamArrays;
  /** Of the file of weights the engine reads. */
  readonly sha256: string;
}

/** What of each model the engine reads at first: captions are embedded beforehand, so the text tower waits for a phrase. */
const GROUP: Record<AnyManifest['family'], string> = {
  contrastive: 'image',
  vqvae: 'weights',
  decoder: 'weights',
  lexicon: 'weights',
};

/** What has a folder of its own. */
export type StoredId = ModelId | DecoderId | typeof LEXICON_ID;

export interface Parcel {
  readonly manifest: AnyManifest;
  readonly url: string;
  readonly bytes: Uint8Array;
}

/**
 * Manifest and weights of a model, as they come.
 * @param cache 'reload' passes by a copy of the manifest that the weights did not fit
 * @throws EngineError weights-missing | weights-truncated | weights-altered | weights-invalid
 */
export async function download(fetchFile: FetchFile, id: StoredId, folder: string, cache: RequestCache): Promise<Parcel> {
  const manifestUrl = new URL('manifest.json', folder).href;
  const text = new TextDecoder().decode(await fetchBytes(fetchFile, manifestUrl, WEIGHT_FAILURES, cache));
  const parse: (json: unknown, subject: string) => AnyManifest =
    id === LEXICON_ID ? parseLexiconManifest : id.startsWith('decoder-') ? parseDecoderManifest : parseManifest;
  const manifest = parsed(text, parse, fileName(manifestUrl));
  if (manifest.id !== id)
    throw new EngineError({ code: 'weights-invalid', subject: fileName(manifestUrl), detail: `describes ${manifest.id}` });
  const group = inEngineTerms(() => weightGroup(manifest, GROUP[manifest.family]));
  const url = new URL(group.paths[0], folder).href;
  return { manifest, url, bytes: await fetchBytes(fetchFile, url, WEIGHT_FAILURES) };
}

/** @throws EngineError weights-invalid */
export function parsed<T>(text: string, parse: (json: unknown, subject: string) => T, subject: string): T {
  return inEngineTerms(() => {
    try {
      return parse(JSON.parse(text), subject);
    } catch (error) {
      if (error instanceof SyntaxError) throw new WeightsError('weights-invalid', subject, 'not JSON');
      throw error;
    }
  });
}

/** Checks and decodes; a file that is cut short or altered is fetched once more, past the cache. */
export async function unpack(fetchFile: FetchFile, parcel: Parcel, name = GROUP[parcel.manifest.family]): Promise<StoredModel> {
  const { manifest, url } = parcel;
  const { sha256 } = weightGroup(manifest, name);
  try {
    return { manifest, sha256, arrays: decodeWeights(manifest, name, parcel.bytes) };
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    if (error.code === 'weights-invalid') throw asEngineError(error);
    const bytes = await fetchBytes(fetchFile, url, WEIGHT_FAILURES, 'reload');
    return { manifest, sha256, arrays: inEngineTerms(() => decodeWeights(manifest, name, bytes)) };
  }
}

/** What `model/weights` throws, as the reader is told of it. */
export function inEngineTerms<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof WeightsError ? asEngineError(error) : error;
  }
}

const asEngineError = ({ code, subject, message }: WeightsError): EngineError =>
  new EngineError({ code, subject, detail: message });
