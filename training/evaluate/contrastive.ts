/** How well the contrastive model knows what a picture shows: across artists, for the unseen artist, from captions; beside raw pixels. */
import type { SplitName } from '../../src/dataset/shipped-schema';
import type { ContrastiveConfig } from '../../src/model/contrastive/config';
import type { Tokeniser } from '../../src/model/contrastive/vocabulary';
import { disposeParams, uploadParams } from '../../src/model/params';
import { LANGUAGES, type ParamArrays } from '../../src/model/types';
import { type Dataset, renderingsOf } from '../dataset';
import { captionClasses } from './caption-classes';
import { type CaptionReader, type Embeddings, embedCaptions, embedImages } from './embed';
import { onWhite } from './on-white';
import { pixelVectors } from './pixel-vectors';
import { chanceAt, type LabelledRows, matchRanks, recallAt } from './recall';
import { mean } from './statistics';

const SPLITS: readonly SplitName[] = ['train', 'validation', 'test'];

type Embed = (images: readonly Uint8Array[]) => Embeddings;

/** One artist's drawings. */
interface Drawn {
  readonly embeddings: Embeddings;
  /** Index into the dataset's concepts. */
  readonly concepts: readonly number[];
}

/** Drawings of some splits by each artist, embedded. */
function byArtist(dataset: Dataset, splits: readonly SplitName[], role: 'train' | 'unseen', embed: Embed): Map<string, Drawn> {
  const drawings = renderingsOf(dataset, splits, role);
  const artists = [...new Set(drawings.map(({ artist }) => artist))];
  return new Map(
    artists.map((artist) => {
      const own = drawings.filter((drawing) => drawing.artist === artist);
      const concepts = own.map(({ concept }) => concept);
      return [artist, { embeddings: embed(own.map((drawing) => onWhite(dataset, drawing))), concepts }];
    }),
  );
}

/** Concepts that share a caption are the same thing. */
function labeller(dataset: Dataset): (drawn: Drawn) => LabelledRows {
  const classes = captionClasses(dataset.concepts);
  return ({ embeddings, concepts }) => ({ embeddings, labels: concepts.map((concept) => classes[concept] as number) });
}

/** Among held-out concepts: query by one artist, gallery by another; every ordered pair of training artists, and twemoji → noto by itself. */
function acrossArtists(dataset: Dataset, embed: Embed): Record<string, number> {
  const label = labeller(dataset);
  const artists = [...byArtist(dataset, ['test'], 'train', embed)].map(([artist, drawn]) => [artist, label(drawn)] as const);
  const pairs = artists.flatMap(([from, queries]) =>
    artists
      .filter(([to]) => to !== from)
      .map(([to, gallery]) => ({
        name: `${from}→${to}`,
        ranks: matchRanks(queries, [gallery]),
        chance: chanceAt(1, queries.labels, gallery.labels),
      })),
  );
  const named = pairs.find(({ name }) => name === 'twemoji→noto');
  return {
    r1: mean(pairs.map(({ ranks }) => recallAt(1, ranks))),
    r5: mean(pairs.map(({ ranks }) => recallAt(5, ranks))),
    chanceR1: mean(pairs.map(({ chance }) => chance)),
    ...(named && { 'twemoji→noto/r1': recallAt(1, named.ranks), 'twemoji→noto/queries': named.ranks.length }),
  };
}

/** The unseen artist's drawings over all concepts: against each known artist's, mean over these, and against all known at once. */
function unseenArtist(dataset: Dataset, embed: Embed): Record<string, number> {
  const label = labeller(dataset);
  const of = (role: 'train' | 'unseen') => [...byArtist(dataset, SPLITS, role, embed).values()].map(label);
  const [galleries, queries] = [of('train'), of('unseen')];
  const ranks = galleries.flatMap((gallery) => queries.map((query) => matchRanks(query, [gallery])));
  const amongAll = queries.map((query) => matchRanks(query, galleries));
  const at = (k: number, of: readonly (readonly number[])[]) => mean(of.map((each) => recallAt(k, each)));
  return { r1: at(1, ranks), r5: at(5, ranks), 'allKnown/r1': at(1, amongAll), 'allKnown/r5': at(5, amongAll) };
}

/** Captions against drawings; concepts with the same caption count as the same. */
function fromCaptions(
  dataset: Dataset,
  embed: Embed,
  captions: (texts: readonly string[]) => Embeddings,
): Record<string, number> {
  const galleries = (splits: readonly SplitName[], role: 'train' | 'unseen') => [
    ...byArtist(dataset, splits, role, embed).values(),
  ];
  const heldOut = galleries(['test'], 'train');
  const trained = galleries(['train'], 'unseen');
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const textOf = (concept: number): string => dataset.concepts[concept]?.label[language].toLowerCase() ?? '';
      const recall = (sets: readonly Drawn[], k: number): number =>
        mean(
          sets.map(({ embeddings, concepts }) => {
            const labels = concepts.map(textOf);
            const texts = [...new Set(labels)];
            return recallAt(k, matchRanks({ embeddings: captions(texts), labels: texts }, [{ embeddings, labels }]));
          }),
        );
      return [
        [`caption/${language}/heldOutR5`, recall(heldOut, 5)],
        [`caption/${language}/heldOutR1`, recall(heldOut, 1)],
        [`caption/${language}/trainR1`, recall(trained, 1)],
      ];
    }),
  );
}

const prefixed = (prefix: string, figures: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${prefix}/${name}`, value]));

/**
 * The figures of the manifest, in percent: `retrieval/heldOutConcepts/…`, `retrieval/unseenArtist/…`, and `caption/<language>/…` of the text
 * tower alone.
 */
export function contrastiveMetrics(
  arrays: ParamArrays,
  config: ContrastiveConfig,
  tokeniser: Tokeniser,
  dataset: Dataset,
): Record<string, number> {
  const params = uploadParams(arrays);
  const embed: Embed = (images) => embedImages(params, config, images);
  const metrics = {
    ...prefixed('retrieval/heldOutConcepts', acrossArtists(dataset, embed)),
    ...prefixed('retrieval/unseenArtist', unseenArtist(dataset, embed)),
    ...fromCaptions(dataset, embed, (texts) => embedCaptions({ params, config, tokeniser }, texts)),
  };
  disposeParams(params);
  return metrics;
}

/** Captions as text tower and lexicon read them together, in percent: `caption/<language>/…`. */
export function captionMetrics(reader: CaptionReader, dataset: Dataset): Record<string, number> {
  const embed: Embed = (images) => embedImages(reader.params, reader.config, images);
  return fromCaptions(dataset, embed, (texts) => embedCaptions(reader, texts));
}

/** The same retrieval from raw pixels: the figures to beat. */
export const pixelMetrics = (dataset: Dataset): Record<string, number> => ({
  ...prefixed('retrieval/heldOutConcepts/pixels', acrossArtists(dataset, pixelVectors)),
  ...prefixed('retrieval/unseenArtist/pixels', unseenArtist(dataset, pixelVectors)),
});
