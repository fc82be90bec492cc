/** Contrastive batches: distinct concepts, each drawn by two artists and named in English and Chinese; later icons beside them, which have no captions. */
import { composeRendering } from '../../src/dataset/augment';
import { restyle } from '../../src/dataset/restyle';
import type { Rng } from '../../src/dataset/rng';
import type { Concept } from '../../src/dataset/schema';
import type { Collective } from '../../src/model/collective';
import { type ContrastiveConfig, contrastiveConfig } from '../../src/model/contrastive/config';
import { type ContrastiveBatch, createContrastiveObjective } from '../../src/model/contrastive/objective';
import { buildVocabulary, createTokeniser } from '../../src/model/contrastive/vocabulary';
import type { Language } from '../../src/model/types';
import { byConcept, type Dataset, renderingPixels, renderingsOf } from '../dataset';
import type { Further } from '../further';
import { firstEndOf, furtherFrom, type RunOptions } from '../run/options';
import { asStored } from '../stored-weights';
import { createFurtherDrawings } from './further-drawings';
import type { Recipe } from './recipe';
import { shareOf } from './share';
import { unitPixels } from './unit-pixels';

/** How often a caption is the label alone, the label among tags, or tags alone. */
const LABEL_ALONE = 0.5;
const LABEL_AND_TAGS = 0.8;
const MAX_TAGS = 4;
/** More of the drawings as evaluation and page show them than the VQ-VAE needs: measured on the validation concepts. */
const SHOWN = { white: 0.7, untouched: 0.5, relight: 0.3 };

/** Words of the training concepts' labels and tags, in both languages. */
export function vocabularyOf(dataset: Dataset): string[] {
  const train = new Set(dataset.split.train);
  const seen = dataset.concepts.filter(({ concept }) => train.has(concept));
  return buildVocabulary(seen.flatMap(({ label, tags }) => [label.en, label.zh, ...tags.en, ...tags.zh]));
}

export const contrastiveConfigOf = (options: RunOptions, words: readonly string[]): ContrastiveConfig => ({
  ...contrastiveConfig(createTokeniser(words).size),
  loss: options.loss,
});

function shuffled<T>(items: readonly T[], random: Rng): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

function caption({ label, tags }: Concept, language: Language, random: Rng): string {
  const kind = random.next();
  const some = shuffled(tags[language], random).slice(0, 1 + random.int(MAX_TAGS));
  if (kind < LABEL_ALONE || some.length === 0) return label[language];
  return (kind < LABEL_AND_TAGS ? [label[language], ...some] : some).join(' ');
}

/** RGBA of one drawing. [64·64·4] */
type Drawing = () => Uint8Array;

/** @param further needed where the run reads further drawings */
export function contrastiveRecipe(
  options: RunOptions,
  dataset: Dataset,
  further: Further | undefined,
  collective: Collective,
): Recipe<ContrastiveBatch> {
  const pairs = shareOf(options, collective.size);
  const words = vocabularyOf(dataset);
  const tokeniser = createTokeniser(words);
  const config = contrastiveConfigOf(options, words);
  const concepts = [...byConcept(renderingsOf(dataset, ['train'], 'train'))].filter(([, drawings]) => drawings.length > 1);
  const widened = further && createFurtherDrawings(further, collective);
  const widenedFrom = furtherFrom(options);

  /** Distinct concepts over all workers would need them to agree; each worker takes every size-th of the concepts instead. */
  const own = concepts
    .map(([concept, drawings], row) => ({
      concept,
      row,
      drawings: drawings.map(
        ({ index }): Drawing =>
          () =>
            renderingPixels(dataset, index),
      ),
    }))
    .filter(({ row }) => row % collective.size === collective.rank);

  const picture = (rgba: Uint8Array, flip: boolean, random: Rng): Uint8Array =>
    composeRendering(restyle(rgba, random), random, { ...SHOWN, flip });

  return {
    objective: createContrastiveObjective(config, collective, { concepts: concepts.length, from: firstEndOf(options) }),
    warmup: 100,
    imagesPerStep: 2 * options.batch,
    asStored: (params) => asStored({ family: 'contrastive', id: 'contrastive', config }, params),
    batchAt(random, step) {
      if (step >= widenedFrom && !widened) throw new Error(`from step ${widenedFrom} on the run needs further drawings`);
      const wider = step < widenedFrom ? undefined : widened;
      const things = wider?.things(pairs, random) ?? [];
      const chosen = shuffled(own, random).slice(0, pairs - things.length);
      const drawn = chosen.map(({ concept, drawings }) => {
        const pair = shuffled(drawings, random).slice(0, 2) as [Drawing, Drawing];
        return { pair: wider?.redraw(concept, pair, random) ?? pair, flip: dataset.concepts[concept]?.flippable ?? false };
      });
      const shown = [...drawn, ...things.map(({ pair }) => ({ pair, flip: false }))];
      const named = (language: Language) =>
        chosen.flatMap(({ concept }) => [
          ...tokeniser.encode(caption(dataset.concepts[concept] as Concept, language, random), config.text.length),
        ]);
      return {
        images: unitPixels(
          ([0, 1] as const).flatMap((half) => shown.map(({ pair, flip }) => picture(pair[half](), flip, random))),
        ),
        tokens: Int32Array.from([...named('en'), ...named('zh')]),
        concepts: Int32Array.from(chosen, ({ row }) => row),
        things: Int32Array.from(things, ({ row }) => row),
      };
    },
  };
}
