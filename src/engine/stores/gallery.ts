/** The gallery the current image is compared with: embeddings of one drawing and two captions a concept, made beforehand. */
import { type GalleryConcepts, galleryConceptsSchema } from '../../dataset/schema';
import { type GalleryFile, type GalleryIndex, galleryIndexSchema } from '../../model/gallery';
import type { Language } from '../../model/types';
import { checkBytes, WeightsError } from '../../model/weights';
import { EngineError } from '../errors';
import { type FetchFile, fetchBytes, fetchFromSite, fetchJson, GALLERY_FAILURES } from './files';

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
  const embeddings = (): Promise<Int8Array> => once('embeddings', async () => matrix((await index()).files.embeddings));

  const captions = (language: Language): Promise<Int8Array> =>
    once(`captions ${language}`, async () => matrix((await index()).files.captions[language]));

  async function matrix(file: GalleryFile): Promise<Int8Array> {
    const bytes = await fetchBytes(fetchFile, address(file.path), GALLERY_FAILURES);
    try {
      checkBytes(bytes, file, `gallery/${file.path}`);
      return new Int8Array(bytes.buffer);
    } catch (error) {
      if (!(error instanceof WeightsError)) throw error;
      throw new EngineError({ code: 'gallery-missing', subject: error.subject, detail: error.message });
    }
  }

  async function checkWeights(weights: string): Promise<void> {
    const made = (await index()).weights;
    if (made !== weights)
      throw new EngineError({ code: 'gallery-stale', subject: 'gallery/index.json', detail: `made with ${made}` });
  }

  return {
    prefetch(language): void {
      // Whoever opens the gallery meets the failure; here it would have no listener.
      Promise.all([concepts(), embeddings(), language && captions(language)]).catch(() => undefined);
    },
    async open(weights) {
      await checkWeights(weights);
      const [{ concepts: rows }, vectors] = await Promise.all([concepts(), embeddings()]);
      if (rows.length !== (await index()).rows) {
        throw new EngineError({ code: 'gallery-stale', subject: 'gallery/concepts.json', detail: `${rows.length} concepts` });
      }
      return { concepts: rows, embeddings: vectors };
    },
    async captions(weights, language) {
      await checkWeights(weights);
      return captions(language);
    },
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
