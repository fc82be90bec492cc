/** The models the worker holds: fetched and checked once, kept on the CPU, uploaded to whatever backend is current. */
import { createRng } from '../../dataset/rng';
import { createLexicon, type Lexicon } from '../../model/contrastive/lexicon';
import { untrainedTower, valuesSha256 } from '../../model/decoder/codes';
import type {
  ContrastiveManifest,
  DecoderManifest,
  FrozenEncoder,
  LexiconManifest,
  VqvaeManifest,
  WordsFile,
} from '../../model/manifest';
import { disposeParams, uploadParams } from '../../model/params';
import { decoderId, LEXICON_ID, type ModelId } from '../../model/registry';
import type { GridSize, ParamArrays, Params, SwapCode } from '../../model/types';
import { codebookName } from '../../model/vqvae/config';
import { checkBytes, parseVocabulary, weightGroup } from '../../model/weights';
import { EngineError } from '../errors';
import type { ModelIdentity } from '../protocol';
import { type FetchFile, fetchBytes, fetchChecked, fetchFromSite, fileName, WEIGHT_FAILURES } from './files';
import { download, inEngineTerms, type Parcel, parsed, type StoredId, type StoredModel, unpack } from './parcel';

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
  /** Whose files did not fit together: a copy of the manifest may be older than the weights. */
  const misfits = new Set<StoredId>();
  const opening = new Map<StoredId, Promise<StoredModel>>();
  const models = new Map<StoredId, StoredModel>();
  const untrained = new Map<number, StoredModel<ContrastiveManifest>>();
  let text: StoredText | undefined;
  const uploaded = new Map<StoredModel, Params>();

  function fetchParcel(id: StoredId): Promise<Parcel> {
    const known = parcels.get(id);
    if (known) return known;
    const parcel = download(fetchFile, id, new URL(`models/${id}/`, baseUrl).href, misfits.has(id) ? 'reload' : 'default');
    parcels.set(id, parcel);
    parcel.catch(() => parcels.delete(id)); // the next call tries again
    return parcel;
  }

  async function open(id: StoredId): Promise<StoredModel> {
    const known = models.get(id) ?? opening.get(id);
    if (known) return known;
    const model = unpackNext(id).finally(() => opening.delete(id));
    opening.set(id, model);
    return model;
  }

  async function unpackNext(id: StoredId): Promise<StoredModel> {
    try {
      const model = await unpack(fetchFile, await fetchParcel(id));
      models.set(id, model);
      return model;
    } catch (error) {
      misfits.add(id);
      throw error;
    } finally {
      parcels.delete(id);
    }
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
    const check = (bytes: Uint8Array): void => inEngineTerms(() => checkBytes(bytes, file, fileName(url)));
    const bytes = await fetchChecked(fetchFile, url, WEIGHT_FAILURES, check);
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
