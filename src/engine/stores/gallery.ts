/** The gallery the current image is compared with: embeddings of one drawing and two captions a concept, made beforehand. */
import { type GalleryConcepts, galleryConceptsSchema } from '../../dataset/shipped-schema';
import {
  type GalleryCodes,
  type GalleryFile,
  type GalleryIndex,
  galleryCodesSchema,
  galleryIndexSchema,
  readTokens,
} from '../../model/gallery';
import type { GridSize, Language } from '../../model/types';
import { checkBytes, WeightsError } from '../../model/weights';
import { EngineError } from '../errors';
import { type FetchFile, fetchChecked, fetchFromSite, fetchJson, GALLERY_FAILURES } from './files';

export interface Gallery {
  readonly concepts: GalleryConcepts['concepts'];
  /** Packed unit vectors, one row a concept. [R·E] */
  readonly embeddings: Int8Array;
}

export interface GalleryStore {
  /** Starts the downloads; failures show when the gallery is opened. */
  prefetch(language: Language | undefined): void;
  /**
   * @param weights SHA-256 of the image tower in use
   * @throws EngineError gallery-missing | gallery-stale
   */
  open(weights: string): Promise<Gallery>;
  /** Packed unit vectors of the captions in one language, in the order of the concepts. [R·E] */
  captions(weights: string, language: Language): Promise<Int8Array>;
  /**
   * Tokens of every drawing at K = 512, in the order of the concepts; fetched when first asked for. [R·G·G]
   * @param weights SHA-256 of that grid's VQ-VAE
   * @throws EngineError gallery-missing | gallery-stale
   */
  tokens(weights: string, grid: GridSize): Promise<Uint16Array>;
  /** Mean colours of every drawing on a coarse grid, in the order of the concepts; fetched when first asked for. [R·S·S·3] */
  pixels(): Promise<Uint8Array>;
}

/** @param baseUrl folder that holds gallery/ */
export function createGalleryStore(baseUrl: string, fetchFile: FetchFile = fetchFromSite): GalleryStore {
  const address = (path: string): string => new URL(`gallery/${path}`, baseUrl).href;
  const once = memoise();

  const index = (): Promise<GalleryIndex> =>
    once('index', () => fetchJson(fetchFile, address('index.json'), galleryIndexSchema, GALLERY_FAILURES, 'gallery-missing'));
  const concepts = (): Promise<GalleryConcepts> =>
    once('concepts', () =>
      fetchJson(fetchFile, address('concepts.json'), galleryConceptsSchema, GALLERY_FAILURES, 'gallery-missing'),
    );
  const codes = (): Promise<GalleryCodes> =>
    once('codes', () => fetchJson(fetchFile, address('codes.json'), galleryCodesSchema, GALLERY_FAILURES, 'gallery-missing'));
  const embeddings = (): Promise<Int8Array> => once('embeddings', async () => matrix((await index()).files.embeddings));

  const captions = (language: Language): Promise<Int8Array> =>
    once(`captions ${language}`, async () => matrix((await index()).files.captions[language]));

  const table = (file: GalleryFile): Promise<Uint8Array> =>
    fetchChecked(fetchFile, address(file.path), GALLERY_FAILURES, (bytes) => {
      try {
        checkBytes(bytes, file, `gallery/${file.path}`);
      } catch (error) {
        if (!(error instanceof WeightsError)) throw error;
        throw new EngineError({ code: 'gallery-missing', subject: error.subject, detail: error.message });
      }
    });

  const matrix = async (file: GalleryFile): Promise<Int8Array> => new Int8Array((await table(file)).buffer);

  async function readTokenTable(grid: GridSize): Promise<Uint16Array> {
    const { rows, tokens } = await codes();
    const bytes = await table(tokens[grid]);
    try {
      return readTokens(bytes, rows, grid);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new EngineError({ code: 'gallery-missing', subject: `gallery/${tokens[grid].path}`, detail: error.message });
    }
  }

  /** @throws EngineError gallery-stale */
  function checkWeights(asked: string, made: string, path: string): void {
    if (made !== asked) throw new EngineError({ code: 'gallery-stale', subject: `gallery/${path}`, detail: `made with ${made}` });
  }

  return {
    prefetch(language): void {
      // Whoever opens the gallery meets the failure; here it would have no listener.
      Promise.all([concepts(), embeddings(), language && captions(language)]).catch(() => undefined);
    },
    async open(weights) {
      checkWeights(weights, (await index()).weights, 'index.json');
      const [{ concepts: rows }, vectors] = await Promise.all([concepts(), embeddings()]);
      if (rows.length !== (await index()).rows) {
        throw new EngineError({ code: 'gallery-stale', subject: 'gallery/concepts.json', detail: `${rows.length} concepts` });
      }
      return { concepts: rows, embeddings: vectors };
    },
    async captions(weights, language) {
      checkWeights(weights, (await index()).weights, 'index.json');
      return captions(language);
    },
    async tokens(weights, grid) {
      checkWeights(weights, (await codes()).tokens[grid].weights, 'codes.json');
      return once(`tokens ${grid}`, () => readTokenTable(grid));
    },
    pixels: () => once('pixels', async () => table((await codes()).pixels)),
  };
}

/** Does each named piece of work once; one that failed is done again when asked for again. */
function memoise(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const results = new Map<string, Promise<unknown>>();
  return <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const known = results.get(name) as Promise<T> | undefined;
    if (known) return known;
    const result = work();
    results.set(name, result);
    result.catch(() => results.delete(name));
    return result;
  };
}
