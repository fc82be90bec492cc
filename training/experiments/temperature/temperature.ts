/** Temperature: which mismatched pairs a lower temperature pushes harder. */
import { createRng, type Rng } from '../../../src/dataset/rng';
import { QUARTERS, type Temperature, temperatureSchema } from '../../../src/results/temperature';
import { byConcept, type Rendering, renderingsOf } from '../../dataset';
import { captionClasses } from '../../evaluate/caption-classes';
import { embedCaptions, embedImages } from '../../evaluate/embed';
import { onWhite } from '../../evaluate/on-white';
import { mean, spreadOf } from '../../evaluate/statistics';
import type { Experiment, Setup } from '../experiment';
import { type Pushed, pushesOf } from './push';

/** As in the lab on the page: its smaller batch, the temperature that it opens with, and half of that. A trial has few concepts. */
const BATCH = 8;
const TRIAL_BATCH = 3;
const TEMPERATURES = { high: 0.1, low: 0.05 } as const;

/** Of one batch, by quarter: the push at either temperature, and that on all mismatched pairs. */
type Measured = Record<keyof typeof TEMPERATURES, { readonly total: number } & Record<(typeof QUARTERS)[number], number>>;

const totalOf = (pairs: readonly Pushed[]): number => pairs.reduce((sum, { push }) => sum + push, 0);

function measureBatch(cosines: readonly (readonly number[])[]): Measured {
  const at = (temperature: number) => {
    const pairs = pushesOf(cosines, temperature).sort((a, b) => b.cosine - a.cosine);
    const quarter = pairs.length >> 2;
    return { total: totalOf(pairs), nearest: totalOf(pairs.slice(0, quarter)), farthest: totalOf(pairs.slice(-quarter)) };
  };
  return { high: at(TEMPERATURES.high), low: at(TEMPERATURES.low) };
}

/** In an order of chance, so many together; what is left over is left out. */
function dealt<T>(items: readonly T[], size: number, rng: Rng): T[][] {
  const left = [...items];
  const batches = Math.floor(items.length / size);
  return Array.from({ length: batches }, () => Array.from({ length: size }, () => left.splice(rng.int(left.length), 1)[0] as T));
}

/** Two concepts of one caption would be a pair that counts as none: of such the first only. */
function firstOfCaption(concepts: readonly number[], classes: readonly number[]): Set<number> {
  const firsts = new Map<number, number>();
  for (const concept of concepts) {
    const key = classes[concept] as number;
    if (!firsts.has(key)) firsts.set(key, concept);
  }
  return new Set(firsts.values());
}

function measure({ dataset, models, seeds, amount, say }: Setup) {
  const batch = amount(BATCH, TRIAL_BATCH);
  const { params, config, tokeniser } = models.contrastive;
  const drawn = byConcept(renderingsOf(dataset, ['test'], 'train'));
  const kept = firstOfCaption([...drawn.keys()], captionClasses(dataset.concepts));
  const concepts = [...drawn].filter(([concept]) => kept.has(concept));
  const captions = embedCaptions(
    { params, config, tokeniser },
    concepts.map(([concept]) => dataset.concepts[concept]?.label.en ?? ''),
  );
  const captionAt = (place: number) => captions.values.subarray(place * captions.dim, (place + 1) * captions.dim);

  const runs = seeds.map((seed) => {
    const rng = createRng(seed).fork('temperature');
    const chosen = concepts.map(([concept, drawings]) => drawings[rng.fork(concept).int(drawings.length)] as Rendering);
    const images = embedImages(
      params,
      config,
      chosen.map((drawing) => onWhite(dataset, drawing)),
    );
    const imageAt = (place: number) => images.values.subarray(place * images.dim, (place + 1) * images.dim);
    const cosine = (image: number, caption: number): number => {
      const vector = captionAt(caption);
      return imageAt(image).reduce((sum, value, e) => sum + value * (vector[e] as number), 0);
    };
    const batches = dealt([...concepts.keys()], batch, rng.fork('batches')).map((places) =>
      measureBatch(places.map((image) => places.map((caption) => cosine(image, caption)))),
    );
    say(`seed ${seed}: ${batches.length} batches`);
    return batches;
  });

  const bySeed = (of: (batch: Measured) => number) => spreadOf(runs.map((batches) => mean(batches.map(of))));
  return {
    sizes: { concepts: concepts.length, batches: runs.reduce((sum, { length }) => sum + length, 0) },
    figures: {
      batch,
      temperatures: TEMPERATURES,
      quarters: QUARTERS.map((quarter) => ({
        quarter,
        share: {
          high: bySeed(({ high }) => high[quarter] / high.total),
          low: bySeed(({ low }) => low[quarter] / low.total),
        },
        ratio: bySeed(({ high, low }) => low[quarter] / high[quarter]),
      })),
    },
  };
}

export const temperature: Experiment<Temperature['figures']> = {
  id: 'temperature',
  title: 'which mismatched pairs a lower temperature pushes',
  protocol: {
    en: 'Held-out concepts of different captions, each with its English caption and a drawing by an artist drawn at random, are dealt into batches of 8 by each seed; pictures and captions are embedded by the published towers. On each of a batch’s 56 mismatched pairs the derivative of the softmax loss by its cosine is the push. Compared are the quarter of the pairs with the highest cosines and the quarter with the lowest, at a temperature of 0.1 and at 0.05: their share of the whole push, and the push at the low temperature over that at the high one, both averaged over batches.',
    zh: '取描述互不相同的留出概念，各配英文描述与随机一位画师的一幅图画，由各种子分成每批 8 对；图与文由已发布的两座塔嵌入。每批 56 个不配对的图文，softmax 损失对其余弦的导数即推力。比较余弦最高的四分之一与最低的四分之一，温度取 0.1 与 0.05：各占总推力的份额，以及低温推力与高温推力之比，均对各批取平均。',
  },
  models: ['contrastive'],
  seeds: [1, 2, 3],
  schema: temperatureSchema,
  measure,
};
