/** The models the worker holds: fetched and checked once, kept on the CPU, uploaded to whatever backend is current. */
import type { ContrastiveManifest, ModelManifest, VqvaeManifest } from '../../model/manifest';
import { disposeParams, uploadParams } from '../../model/params';
import type { ModelId } from '../../model/registry';
import type { GridSize, ParamArrays, Params } from '../../model/types';
import { codebookName } from '../../model/vqvae/config';
import { decodeWeights, parseManifest, WeightsError, weightGroup } from '../../model/weights';
import { EngineError } from '../errors';
import type { ModelIdentity } from '../protocol';
import { type FetchFile, fetchBytes, fetchFromSite, fileName, WEIGHT_FAILURES } from './files';

/** A model on the CPU. */
export interface StoredModel<M extends ModelManifest = ModelManifest> {
  readonly manifest: M;
  readonly arrays: ParamArrays;
  /** Of the file of weights the engine reads. */
  readonly sha256: string;
}

/** What of each model the engine reads: captions are embedded beforehand, so the text tower stays where it is. */
const GROUP: Record<ModelManifest['family'], string> = { contrastive: 'image', vqvae: 'weights' };

interface Parcel {
  readonly manifest: ModelManifest;
  readonly url: string;
  readonly bytes: Uint8Array;
}

export interface ModelStore {
  /** Starts the download; failures show when the model is opened. */
  prefetch(id: ModelId): void;
  /** @throws EngineError weights-missing | weights-truncated | weights-altered | weights-invalid */
  contrastive(): Promise<StoredModel<ContrastiveManifest>>;
  vqvae(grid: GridSize): Promise<StoredModel<VqvaeManifest>>;
  /** Tensors of a model on the current backend; the store owns them. */
  params(model: StoredModel): Params;
  /** Drops one model's tensors, or all: before the backend changes. */
  unload(model?: StoredModel): void;
  /** SHA-256 of the weights of every model opened so far, by id. */
  opened(): Readonly<Record<string, { readonly sha256: string }>>;
}

/** @param baseUrl folder that holds models/ */
export function createModelStore(baseUrl: string, fetchFile: FetchFile = fetchFromSite): ModelStore {
  const parcels = new Map<ModelId, Promise<Parcel>>();
  const models = new Map<ModelId, StoredModel>();
  const uploaded = new Map<StoredModel, Params>();

  function fetchParcel(id: ModelId): Promise<Parcel> {
    const known = parcels.get(id);
    if (known) return known;
    const parcel = download(fetchFile, id, new URL(`models/${id}/`, baseUrl).href);
    parcels.set(id, parcel);
    parcel.catch(() => parcels.delete(id)); // the next call tries again
    return parcel;
  }

  async function open(id: ModelId): Promise<StoredModel> {
    const known = models.get(id);
    if (known) return known;
    const model = await unpack(fetchFile, await fetchParcel(id));
    models.set(id, model);
    parcels.delete(id);
    return model;
  }

  function unload(model: StoredModel): void {
    const params = uploaded.get(model);
    if (params) disposeParams(params);
    uploaded.delete(model);
  }

  return {
    prefetch: (id) => void (models.has(id) || fetchParcel(id)),
    async contrastive() {
      const model = await open('contrastive');
      if (!isContrastive(model)) throw wrongFamily(model);
      return model;
    },
    async vqvae(grid) {
      const model = await open(`vqvae-${grid}`);
      if (!isVqvae(model) || model.manifest.config.grid !== grid) throw wrongFamily(model);
      return model;
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

async function download(fetchFile: FetchFile, id: ModelId, folder: string): Promise<Parcel> {
  const manifestUrl = new URL('manifest.json', folder).href;
  const text = new TextDecoder().decode(await fetchBytes(fetchFile, manifestUrl, WEIGHT_FAILURES));
  const manifest = parsed(text, fileName(manifestUrl));
  if (manifest.id !== id)
    throw new EngineError({ code: 'weights-invalid', subject: fileName(manifestUrl), detail: `describes ${manifest.id}` });
  const group = inEngineTerms(() => weightGroup(manifest, GROUP[manifest.family]));
  const url = new URL(group.paths[0], folder).href;
  return { manifest, url, bytes: await fetchBytes(fetchFile, url, WEIGHT_FAILURES) };
}

function parsed(text: string, subject: string): ModelManifest {
  return inEngineTerms(() => {
    try {
      return parseManifest(JSON.parse(text), subject);
    } catch (error) {
      if (error instanceof SyntaxError) throw new WeightsError('weights-invalid', subject, 'not JSON');
      throw error;
    }
  });
}

/** Checks and decodes; a file that is cut short or altered is fetched once more, past the cache. */
async function unpack(fetchFile: FetchFile, parcel: Parcel): Promise<StoredModel> {
  const { manifest, url } = parcel;
  const name = GROUP[manifest.family];
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
const isVqvae = (model: StoredModel): model is StoredModel<VqvaeManifest> => model.manifest.family === 'vqvae';

const wrongFamily = ({ manifest }: StoredModel): EngineError =>
  new EngineError({ code: 'weights-invalid', subject: `${manifest.id}/manifest.json`, detail: 'another kind of model' });
