/** Reads the samples and the gallery, which lie beside the page as files, checking each before it is used. */
import type * as z from 'zod/mini';
import type { GalleryConcepts, Samples as SampleList } from '../../dataset/shipped-schema';
import { EngineError } from '../../engine/errors';
import { IMAGE_SIZE, type RgbImage } from '../../model/types';
import { breathe } from './breathe';

export type Samples = SampleList;
export type Sample = Samples['concepts'][number];
export type Gallery = GalleryConcepts;

const IMAGE_BYTES = IMAGE_SIZE * IMAGE_SIZE * 3;

/** Address of a file in `public/`. */
export type FileUrl = (path: string) => string;

/** Fetches a file; whatever goes wrong with it is the failure `gallery-missing`, naming the file, unless decoding says what it is. */
async function read<Content>(path: string, fileUrl: FileUrl, decode: (response: Response) => Promise<Content>): Promise<Content> {
  try {
    // Mostly asked for by a lab that has just appeared, which took long enough.
    await breathe();
    const response = await fetch(fileUrl(path));
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await decode(response);
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw new EngineError({ code: 'gallery-missing', subject: path, detail: String(cause) });
  }
}

/** A JSON file of the form that `schema` describes. */
export const readJson = <Schema extends z.ZodMiniType>(
  path: string,
  fileUrl: FileUrl,
  schema: Schema,
): Promise<z.output<Schema>> => read(path, fileUrl, async (response) => schema.parse(await response.json()));

export const readBytes = (path: string, fileUrl: FileUrl): Promise<Uint8Array> =>
  read(path, fileUrl, async (response) => new Uint8Array(await response.arrayBuffer()));

/** Throws the failure `script-missing` where they do not come. The schemas are made first, by themselves: that takes a phone a while. */
async function loadChecks() {
  try {
    await import('../../dataset/shipped-schema');
    await breathe();
    return await import('./check-files');
  } catch (cause) {
    throw new EngineError({ code: 'script-missing', detail: String(cause) });
  }
}

export const readSamples = (fileUrl: FileUrl): Promise<Samples> =>
  read('samples/samples.json', fileUrl, async (response) => {
    const samples = (await loadChecks()).checkSamples(await response.json());
    await breathe();
    return samples;
  });

export const readGallery = (fileUrl: FileUrl): Promise<Gallery> =>
  read('gallery/concepts.json', fileUrl, async (response) => (await loadChecks()).checkGallery(await response.json()));

/** The drawings of a concept, one an artist, in the order of `sample.artists`. */
export const readDrawings = (sample: Sample, fileUrl: FileUrl): Promise<RgbImage[]> =>
  read(`samples/${sample.file}`, fileUrl, async (response) => {
    if (!response.body) throw new Error('no body');
    const bytes = new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());
    if (bytes.length !== sample.artists.length * IMAGE_BYTES) throw new Error(`${bytes.length} bytes`);
    return sample.artists.map((_, i) => ({
      width: IMAGE_SIZE,
      height: IMAGE_SIZE,
      data: bytes.slice(i * IMAGE_BYTES, (i + 1) * IMAGE_BYTES),
    }));
  });
