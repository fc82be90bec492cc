/** The models the worker holds: fetched and checked once, kept on the CPU, uploaded to whatever backend is current. */
import { createRng } from '../../dataset/rng';
import { createLexicon, type Lexicon } from '../../model/contrastive/lexicon';
import { untrainedTower, valuesSha256 } from '../../model/decoder/codes';
import type {
  AnyManifest,
  ContrastiveManifest,
  DecoderManifest,
  FrozenEncoder,
  LexiconManifest,
  VqvaeManifest,
  WordsFile,
} from '../../model/manifest';
import { disposeParams, uploadParams } from '../../model/params';
import { type DecoderId, decoderId, LEXICON_ID, type ModelId } from '../../model/registry';
import type { GridSize, ParamArrays, Params, SwapCode } from '../../model/types';
import { codebookName } from '../../model/vqvae/config';
import {
  checkBytes,
  decodeWeights,
  parseDecoderManifest,
  parseLexiconManifest,
  parseManifest,
  parseVocabulary,
  WeightsError,
  weightGroup,
} from '../../model/weights';
import { EngineError } from '../errors';
import type { ModelIdentity } from '../protocol';
import { type FetchFile, fetchBytes, fetchFromSite, fileName, WEIGHT_FAILURES } from './files';

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
type StoredId = ModelId | DecoderId | typeof LEXICON_ID;

/** A decoder and the frozen encoder whose code it reads. */
export interface DecoderPair {
  readonly decoder: StoredModel<DecoderManifest>;
  readonly encoder: StoredModel<ContrastiveManifest> | StoredModel<VqvaeManifest>;
}

/** Rows by token id; of the text tower's arrays the one that stays on the CPU, since a phrase needs few of them. */
export const WORD_TABLE = 'text/words';

/** The text tower as it is uploaded, what it reads words by, and the lexicon beside it. */
export interface StoredText {
  readonly tower: StoredModel<ContrastiveManifest>;
  /** [V·C] */
  readonly table: Float32Array;
  readonly vocabulary: readonly string[];
  readonly lexicon: Lexicon;
  /** Of the lexicon's weights. */
  readonly lexiconSha256: string;
}

interface Parcel {
  readonly manifest: AnyManifest;
  readonly url: string;
  readonly bytes: Uint8Array;
}

export interface ModelStore {
  /** Starts the download; failures show when the model is opened. */
  prefetch(id: ModelId): void;
  /** @throws EngineError weights-missing | weights-truncated | weights-altered | weights-invalid */
  contrastive(): Promise<StoredModel<ContrastiveManifest>>;
  vqvae(grid: GridSize): Promise<StoredModel<VqvaeManifest>>;
  /** Tower and lexicon, fetched together when first asked for. @throws EngineError as above, and weights-stale where the lexicon was fitted to other towers */
  text(): Promise<StoredText>;
  /** Fetched when first asked for. @throws EngineError the same, and weights-stale where it was trained for another encoder */
  decoder(code: SwapCode): Promise<DecoderPair>;
  /** Tensors of a model on the current backend; the store owns them. */
  params(model: StoredModel): Params;
  /** Drops one model's tensors, or all: before the backend changes. */
  unload(model?: StoredModel): void;
  /** SHA-256 of the weights of every model opened so far, by id. */
  opened(): Readonly<Record<string, { readonly sha256: string }>>;
}

/** @param baseUrl folder that holds models/ */
export function createModelStore(baseUrl: string, fetchFile: FetchFile = fetchFromSite): ModelStore {
  const parcels = new Map<StoredId, Promise<Parcel>>();
  const models = new Map<StoredId, StoredModel>();
  const untrained = new Map<number, StoredModel<ContrastiveManifest>>();
  let text: StoredText | undefined;
  const uploaded = new Map<StoredModel, Params>();

  function fetchParcel(id: StoredId): Promise<Parcel> {
    const known = parcels.get(id);
    if (known) return known;
    const parcel = download(fetchFile, id, new URL(`models/${id}/`, baseUrl).href);
    parcels.set(id, parcel);
    parcel.catch(() => parcels.delete(id)); // the next call tries again
    return parcel;
  }

  async function open(id: StoredId): Promise<StoredModel> {
    const known = models.get(id);
    if (known) return known;
    const model = await unpack(fetchFile, await fetchParcel(id));
    models.set(id, model);
    parcels.delete(id);
    return model;
  }

  async function contrastive(): Promise<StoredModel<ContrastiveManifest>> {
    const model = await open('contrastive');
    if (!isContrastive(model)) throw wrongFamily(model);
    return model;
  }

  async function vqvae(grid: GridSize): Promise<StoredModel<VqvaeManifest>> {
    const model = await open(`vqvae-${grid}`);
    if (!isVqvae(model) || model.manifest.config.grid !== grid) throw wrongFamily(model);
    return model;
  }

  /** A tower of the trained one's shape that learned nothing; made here, since its seed says all. */
  async function untrainedOf(seed: number): Promise<StoredModel<ContrastiveManifest>> {
    const known = untrained.get(seed);
    if (known) return known;
    const { manifest } = await contrastive();
    const arrays = untrainedTower(manifest.config, createRng(seed));
    const model = { manifest, arrays, sha256: valuesSha256(arrays) };
    untrained.set(seed, model);
    return model;
  }

  function encoderOf(encoder: FrozenEncoder): Promise<DecoderPair['encoder']> {
    if (encoder.model === 'untrained') return untrainedOf(encoder.seed);
    return encoder.model === 'contrastive' ? contrastive() : vqvae(8);
  }

  async function openText(): Promise<StoredText> {
    const { manifest } = await contrastive();
    const address = (path: string): string => new URL(`models/contrastive/${path}`, baseUrl).href;
    const url = address(weightGroup(manifest, 'text').paths[0]);
    const [bytes, vocabulary, { lexicon, sha256: lexiconSha256 }] = await Promise.all([
      fetchBytes(fetchFile, url, WEIGHT_FAILURES),
      fetchWords(address(manifest.vocabulary.path), manifest.vocabulary),
      openLexicon(manifest),
    ]);
    const model = await unpack(fetchFile, { manifest, url, bytes }, 'text');
    const { [WORD_TABLE]: table, ...arrays } = model.arrays;
    text = {
      tower: { manifest, sha256: model.sha256, arrays },
      table: table?.values as Float32Array,
      vocabulary,
      lexicon,
      lexiconSha256,
    };
    return text;
  }

  async function fetchWords(url: string, file: WordsFile): Promise<string[]> {
    const bytes = await fetchBytes(fetchFile, url, WEIGHT_FAILURES);
    inEngineTerms(() => checkBytes(bytes, file, fileName(url)));
    return parsed(new TextDecoder().decode(bytes), parseVocabulary, fileName(url));
  }

  async function openLexicon(towers: ContrastiveManifest): Promise<{ readonly lexicon: Lexicon; readonly sha256: string }> {
    const model = await open(LEXICON_ID);
    if (!isLexicon(model)) throw wrongFamily(model);
    const { manifest, arrays, sha256 } = model;
    const changed = (['image', 'text'] as const).find((name) => manifest.towers[name] !== weightGroup(towers, name).sha256);
    if (changed)
      throw new EngineError({
        code: 'weights-stale',
        subject: `${LEXICON_ID}/manifest.json`,
        detail: `fitted to ${changed} ${manifest.towers[changed]}`,
      });
    const { path } = manifest.units;
    const units = await fetchWords(new URL(`models/${LEXICON_ID}/${path}`, baseUrl).href, manifest.units);
    return { lexicon: createLexicon(units, arrays), sha256 };
  }

  function unload(model: StoredModel): void {
    const params = uploaded.get(model);
    if (params) disposeParams(params);
    uploaded.delete(model);
  }

  return {
    prefetch: (id) => void (models.has(id) || fetchParcel(id)),
    contrastive,
    vqvae,
    text: async () => text ?? openText(),
    async decoder(code) {
      const decoder = await open(decoderId(code));
      if (!isDecoder(decoder)) throw wrongFamily(decoder);
      const { id, encoder: made } = decoder.manifest;
      const encoder = await encoderOf(made);
      if (encoder.sha256 !== made.sha256)
        throw new EngineError({ code: 'weights-stale', subject: `${id}/manifest.json`, detail: `made for ${made.sha256}` });
      return { decoder, encoder };
    },
    params(model) {
      const known = uploaded.get(model);
      if (known) return known;
      const params = uploadParams(withoutCodebooks(model));
      uploaded.set(model, params);
      return params;
    },
    unload(model) {
      for (const each of model ? [model] : [...uploaded.keys()]) unload(each);
    },
    opened: () => Object.fromEntries([...models].map(([id, { sha256 }]) => [id, { sha256 }])),
  };
}

async function download(fetchFile: FetchFile, id: StoredId, folder: string): Promise<Parcel> {
  const manifestUrl = new URL('manifest.json', folder).href;
  const text = new TextDecoder().decode(await fetchBytes(fetchFile, manifestUrl, WEIGHT_FAILURES));
  const parse: (json: unknown, subject: string) => AnyManifest =
    id === LEXICON_ID ? parseLexiconManifest : id.startsWith('decoder-') ? parseDecoderManifest : parseManifest;
  const manifest = parsed(text, parse, fileName(manifestUrl));
  if (manifest.id !== id)
    throw new EngineError({ code: 'weights-invalid', subject: fileName(manifestUrl), detail: `describes ${manifest.id}` });
  const group = inEngineTerms(() => weightGroup(manifest, GROUP[manifest.family]));
  const url = new URL(group.paths[0], folder).href;
  return { manifest, url, bytes: await fetchBytes(fetchFile, url, WEIGHT_FAILURES) };
}

function parsed<T>(text: string, parse: (json: unknown, subject: string) => T, subject: string): T {
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
async function unpack(fetchFile: FetchFile, parcel: Parcel, name = GROUP[parcel.manifest.family]): Promise<StoredModel> {
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

function inEngineTerms<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof WeightsError ? asEngineError(error) : error;
  }
}

const asEngineError = ({ code, subject, message }: WeightsError): EngineError =>
  new EngineError({ code, subject, detail: message });

/** Codes are chosen on the CPU, so codebooks stay there. */
const withoutCodebooks = ({ manifest, arrays }: StoredModel): ParamArrays => {
  if (manifest.family !== 'vqvae') return arrays;
  const names = new Set(manifest.config.codebooks.map((size) => codebookName(size as Parameters<typeof codebookName>[0])));
  return Object.fromEntries(Object.entries(arrays).filter(([name]) => !names.has(name)));
};

/** How a result names the model that made it. */
export const identityOf = ({ manifest, sha256 }: StoredModel): ModelIdentity => ({ id: manifest.id, sha256 });

const isContrastive = (model: StoredModel): model is StoredModel<ContrastiveManifest> => model.manifest.family === 'contrastive';
const isDecoder = (model: StoredModel): model is StoredModel<DecoderManifest> => model.manifest.family === 'decoder';
const isLexicon = (model: StoredModel): model is StoredModel<LexiconManifest> => model.manifest.family === 'lexicon';
const isVqvae = (model: StoredModel): model is StoredModel<VqvaeManifest> => model.manifest.family === 'vqvae';

const wrongFamily = ({ manifest }: StoredModel): EngineError =>
  new EngineError({ code: 'weights-invalid', subject: `${manifest.id}/manifest.json`, detail: 'another kind of model' });
