/** E7: what survives a change? */
import { createRng, type Rng } from '../../../src/dataset/rng';
import { GALLERY_CODEBOOK } from '../../../src/model/gallery';
import { type E7, e7Schema } from '../../../src/results/e7';
import { byConcept, type Dataset, type Rendering, renderingsOf } from '../../dataset';
import { captionClasses } from '../../evaluate/caption-classes';
import { onWhite } from '../../evaluate/on-white';
import type { Experiment, Setup } from '../experiment';
import { type ChangeId, changed, STRENGTHS } from './changes';
import { type Coded, codePictures, distanceBetween, wayTo } from './distances';

type Figures = E7['figures'];
type Strength = Figures['changes'][number]['strength'];

/** Who draws the concept again, from the nearest hand to the farthest. */
const REDRAWERS = ['same-house', 'other-artist', 'unseen-artist'] as const;
type Redrawer = (typeof REDRAWERS)[number];

/** All pictures to be coded, and which of them belong together. */
interface Plan {
  readonly images: Uint8Array[];
  readonly pairs: Map<string, [number, number][]>;
}

const keyOf = (change: string, strength: Strength): string => `${change}/${strength}`;

/** Artists whose work is published by the same author are of one house. */
function housesOf({ renderings }: Dataset): Map<string, string> {
  return new Map(renderings.artists.map(({ id, author }) => [id, author.split(',')[0] as string]));
}

const pick = <T>(items: readonly T[], rng: Rng): T | undefined => (items.length > 0 ? items[rng.int(items.length)] : undefined);

function redrawing(own: Rendering, drawings: readonly Rendering[], houses: Map<string, string>, who: Redrawer, rng: Rng) {
  const same = (other: Rendering) => houses.get(other.artist) === houses.get(own.artist);
  const known = drawings.filter(({ artist }) => artist !== own.artist);
  return pick(
    known.filter((other) => (who === 'same-house' ? same(other) : !same(other))),
    rng,
  );
}

/** One drawing of each held-out concept, with all its changes. */
async function planOf({ dataset, seeds }: Setup): Promise<Plan> {
  const rng = createRng(seeds[0] as number).fork('e7');
  const houses = housesOf(dataset);
  const classes = captionClasses(dataset.concepts);
  const known = byConcept(renderingsOf(dataset, ['test'], 'train'));
  const unseen = byConcept(renderingsOf(dataset, ['test'], 'unseen'));
  const images: Uint8Array[] = [];
  const pairs = new Map<string, [number, number][]>();
  const add = (key: string, from: number, image: Uint8Array) => {
    pairs.set(key, [...(pairs.get(key) ?? []), [from, images.length]]);
    images.push(image);
  };
  for (const [concept, drawings] of known) {
    const random = rng.fork(concept);
    const own = pick(drawings, random) as Rendering;
    const original = onWhite(dataset, own);
    const from = images.length;
    images.push(original);
    for (const [change, strengths] of Object.entries(STRENGTHS) as [ChangeId, readonly number[]][])
      for (const strength of strengths)
        add(keyOf(change, strength), from, await changed(change, original, strength, random.fork(change, strength)));
    for (const who of REDRAWERS) {
      const candidates = who === 'unseen-artist' ? unseen : known;
      const other = redrawing(own, candidates.get(concept) ?? [], houses, who, random.fork(who));
      if (other) add(keyOf('redraw', who), from, onWhite(dataset, other));
    }
    const strangers = [...known]
      .filter(([candidate]) => classes[candidate] !== classes[concept])
      .flatMap(([, drawings]) => drawings);
    for (const [key, same] of [
      ['sameArtist', true],
      ['otherArtist', false],
    ] as const) {
      const stranger = pick(
        strangers.filter(({ artist }) => (artist === own.artist) === same),
        random.fork(key),
      );
      if (stranger) add(key, from, onWhite(dataset, stranger));
    }
  }
  return { images, pairs };
}

function figuresOf(coded: Coded, pairs: Plan['pairs']): Figures {
  const between = (key: string) => distanceBetween(coded, pairs.get(key) ?? []);
  const unrelated = { sameArtist: between('sameArtist'), otherArtist: between('otherArtist') };
  const entry = (change: Figures['changes'][number]['change'], strength: Strength) => {
    const distance = between(keyOf(change, strength));
    return {
      change,
      strength,
      distance,
      wayThere: wayTo(change === 'redraw' ? unrelated.otherArtist : unrelated.sameArtist, distance),
    };
  };
  return {
    codebook: GALLERY_CODEBOOK,
    unrelated,
    changes: [
      ...(Object.entries(STRENGTHS) as [ChangeId, readonly number[]][]).flatMap(([change, strengths]) =>
        strengths.map((strength) => entry(change, strength)),
      ),
      ...REDRAWERS.filter((who) => pairs.has(keyOf('redraw', who))).map((who) => entry('redraw', who)),
    ],
  };
}

async function measure(setup: Setup) {
  const { images, pairs } = await planOf(setup);
  setup.say(`${images.length} pictures made`);
  const coded = codePictures(setup.models, setup.seeds[0] as number, images);
  return {
    sizes: { originals: pairs.get(keyOf('shift', 1))?.length ?? 0, pictures: images.length },
    figures: figuresOf(coded, pairs),
  };
}

export const e7: Experiment<Figures> = {
  id: 'e7',
  title: 'what survives a change',
  protocol: {
    en: 'One drawing of each held-out concept, by an artist drawn at random, on white, against the same drawing changed: shifted (pixels), turned (degrees), its hues turned (degrees), blurred (σ in pixels), noisy (σ in 8-bit levels), partly covered (side of a grey square in pixels), as JPEG (quality), or the concept drawn by another artist: of the same house, of another, or never trained on. The scale’s end is a drawing of another concept by the same artist, for redrawings by another artist. Cosine of the embeddings, also of the untrained encoder, and of the patch tokens cell by cell; correlation of pixels; share of tokens that change. Averages over pictures; the spread is between pictures.',
    zh: '每个留出概念随机取一位画师的一幅图画，置于白底，与改动后的同一幅相比：平移（像素）、旋转（度）、色相旋转（度）、模糊（σ，像素）、噪声（σ，8 位灰阶）、遮挡（灰色方块边长，像素）、JPEG（质量），或由另一位画师重画——同一家、别家，或从未参与训练者。尺度的终点是同一画师所画的另一概念；重画则取另一画师所画。比较嵌入的余弦（另测未经训练的编码器）、逐格图块特征的余弦、像素的相关系数，以及改变了的 token 所占比例。对图片取平均，离散程度取自图片之间。',
  },
  models: ['contrastive', 'vqvae-16', 'vqvae-8'],
  seeds: [1],
  schema: e7Schema,
  measure,
};
