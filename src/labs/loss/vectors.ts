/**
 * The vectors that a batch is compared by. Captions, and the drawings that the gallery shows, were embedded beforehand; other
 * artists' drawings of the samples, and the reader's own picture and caption, are embedded by the engine, once each.
 */
import * as z from 'zod/mini';
import { positiveInt } from '../../checks';
import type { EngineClient } from '../../engine/client';
import { EngineError } from '../../engine/errors';
import type { GenerationSettings, PhraseRanking } from '../../engine/protocol';
import type { Language, RgbImage } from '../../model/types';
import { type FileUrl, type Gallery, readBytes, readDrawings, readGallery, readJson, type Samples } from '../shared/files';
import type { Pair } from './batch';
import { type BatchPair, isOwn, readCaption, type ShownPair } from './own-pair';

export interface BatchVectors {
  /** As they were asked for, an own picture with its caption. */
  readonly pairs: readonly ShownPair[];
  /** In the order of the pairs, any length. [N][E] */
  readonly drawings: readonly ArrayLike<number>[];
  readonly captions: readonly ArrayLike<number>[];
}

export interface VectorSource {
  /** @throws EngineError gallery-missing | gallery-stale, and what the engine may fail with */
  vectorsOf(pairs: readonly BatchPair[], language: Language): Promise<BatchVectors | 'superseded'>;
}

export interface VectorSourceOptions {
  readonly fileUrl: FileUrl;
  readonly engine: () => Promise<EngineClient>;
  readonly samples: Samples;
  /** The engine makes both codes at once; at the page's settings its models are loaded already. */
  readonly settings: () => GenerationSettings;
}

const indexSchema = z.object({ weights: z.string(), dim: positiveInt });

const keyOf = ({ concept, artist }: Pair): string => `${concept}.${artist}`;

export function createVectorSource({ fileUrl, engine, samples, settings }: VectorSourceOptions): VectorSource {
  const once = new Map<string, Promise<unknown>>();
  /** A file is read once; one that failed is read again when asked for again. */
  function memo<Content>(name: string, read: () => Promise<Content>): Promise<Content> {
    const known = once.get(name) as Promise<Content> | undefined;
    if (known) return known;
    const content = read();
    once.set(name, content);
    content.catch(() => once.delete(name));
    return content;
  }
  const index = () => memo('index', () => readJson('gallery/index.json', fileUrl, indexSchema));
  const gallery = () => memo('concepts', () => readGallery(fileUrl));
  const table = (name: string) => memo(name, async () => new Int8Array((await readBytes(`gallery/${name}.bin`, fileUrl)).buffer));
  const drawn = new Map<string, Float32Array>();
  const ofOwn = new WeakMap<RgbImage, Float32Array>();
  const phrases = new Map<string, PhraseRanking>();

  async function imageOf(pair: BatchPair): Promise<RgbImage> {
    if (isOwn(pair)) return pair.picture.image;
    const { concept, artist } = pair;
    const sample = samples.concepts.find((candidate) => candidate.concept === concept);
    const images = sample ? await memo(concept, () => readDrawings(sample, fileUrl)) : [];
    const image = images[sample?.artists.indexOf(artist) ?? -1];
    if (!image)
      throw new EngineError({ code: 'gallery-missing', subject: 'samples/samples.json', detail: keyOf({ concept, artist }) });
    return image;
  }

  /** Embeds what no table holds. */
  async function embed(pairs: readonly BatchPair[]): Promise<'embedded' | 'superseded'> {
    if (pairs.length === 0) return 'embedded';
    const images = await Promise.all(pairs.map(imageOf));
    const [client, { weights }] = await Promise.all([engine(), index()]);
    const codes = await client.codes('loss', images, settings());
    if (codes === 'superseded') return codes;
    const { sha256 } = codes.models.understanding;
    // Vectors of two models have nothing to do with each other.
    if (sha256 !== weights)
      throw new EngineError({ code: 'gallery-stale', subject: 'gallery/index.json', detail: `made with ${weights}` });
    codes.images.forEach(({ embedding }, i) => {
      const pair = pairs[i] as BatchPair;
      if (isOwn(pair)) ofOwn.set(pair.picture.image, embedding);
      else drawn.set(keyOf(pair), embedding);
    });
    return 'embedded';
  }

  async function phrase(text: string): Promise<PhraseRanking | 'superseded'> {
    const known = phrases.get(text);
    if (known) return known;
    const read = await (await engine()).phrase('loss', text);
    if (read !== 'superseded') phrases.set(text, read);
    return read;
  }

  return {
    async vectorsOf(pairs, language) {
      const [{ concepts }, { dim }, embeddings, captions] = await Promise.all([
        gallery(),
        index(),
        table('embeddings'),
        table(`captions.${language}`),
      ]);
      const at = (vectors: Int8Array, row: number) => vectors.subarray(row * dim, (row + 1) * dim);
      const held = (pair: BatchPair): ArrayLike<number> | undefined => {
        if (isOwn(pair)) return ofOwn.get(pair.picture.image);
        const row = rowOf(concepts, pair.concept);
        return drawn.get(keyOf(pair)) ?? (concepts[row]?.artist === pair.artist ? at(embeddings, row) : undefined);
      };
      if ((await embed(pairs.filter((pair) => !held(pair)))) === 'superseded') return 'superseded';
      const drawings = pairs.map((pair) => held(pair) as ArrayLike<number>);

      const ofLanguage = {
        concepts,
        textOf: (row: number) => concepts[row]?.label[language] ?? '',
        vectorOf: (row: number) => at(captions, row),
      };
      const captioned = await Promise.all(
        pairs.map((pair, i) =>
          isOwn(pair)
            ? readCaption(pair, drawings[i] as ArrayLike<number>, ofLanguage, phrase)
            : { pair, vector: at(captions, rowOf(concepts, pair.concept)) },
        ),
      );
      const read = captioned.filter((each) => each !== 'superseded');
      if (read.length < pairs.length) return 'superseded';
      return { pairs: read.map(({ pair }) => pair), drawings, captions: read.map(({ vector }) => vector) };
    },
  };
}

/** @throws EngineError where the gallery has no such concept */
function rowOf(concepts: Gallery['concepts'], concept: string): number {
  const row = concepts.findIndex((candidate) => candidate.concept === concept);
  if (row < 0) throw new EngineError({ code: 'gallery-missing', subject: 'gallery/concepts.json', detail: `no ${concept}` });
  return row;
}
