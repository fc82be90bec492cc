/** What widens contrastive batches later in a run: concepts as further artists drew them, and icons in any colour. */
import { groupBy } from '../../src/dataset/group-by';
import type { Rng } from '../../src/dataset/rng';
import type { Collective } from '../../src/model/collective';
import { type Further, furtherPixels, iconAlpha } from '../further';

/** Share of the concepts, among those that a further artist drew, of which one of the two drawings is theirs. */
const REDRAWN = 0.4;
/** Share of a batch's rows that are icons. */
const ICONS = 1 / 4;
/** Share of icons in a dark colour; the others have any that is not close to white. */
const DARK = 0.4;
const BRIGHTEST = 200;
const DARKEST = 40;

/** RGBA of one drawing. [64·64·4] */
type Drawing = () => Uint8Array;
type Pair = readonly [Drawing, Drawing];

/** Something that icons of two sets show. */
interface Thing {
  /** Number of its name. */
  readonly row: number;
  readonly pair: Pair;
}

export interface FurtherDrawings {
  /** Sometimes puts a further artist's drawing of the concept in the place of one of the two. */
  redraw(concept: number, pair: Pair, random: Rng): Pair;
  /** Distinct things for a batch of so many rows on this worker. */
  things(rows: number, random: Rng): Thing[];
}

const oneOf = <T>(items: readonly T[], random: Rng): T => items[random.int(items.length)] as T;

/** Fills the icon's shape with one colour. */
function coloured(alpha: Uint8Array, random: Rng): Uint8Array {
  const limit = random.next() < DARK ? DARKEST : BRIGHTEST;
  const colour = [random.int(limit), random.int(limit), random.int(limit)];
  const rgba = new Uint8Array(alpha.length * 4);
  for (let i = 0; i < alpha.length; i++) {
    rgba.set(colour, i * 4);
    rgba[i * 4 + 3] = alpha[i] ?? 0;
  }
  return rgba;
}

export function createFurtherDrawings(further: Further, collective: Collective): FurtherDrawings {
  const renderings = groupBy(
    further.renderings.items.map(({ concept }, item) => ({ concept, item })),
    ({ concept }) => concept,
  );
  const icons = further.icons.items.map(({ name, set }, item) => ({ name, set, item }));
  const names = [...groupBy(icons, ({ name }) => name)]
    .filter(([name]) => name % collective.size === collective.rank) // each worker has things of its own, as it has concepts
    .map(([row, items]) => ({ row, bySet: [...groupBy(items, ({ set }) => set).values()] }));

  return {
    redraw(concept, [first, second], random) {
      const drawings = renderings.get(concept);
      if (!drawings || random.next() >= REDRAWN) return [first, second];
      const { item } = oneOf(drawings, random);
      const redrawn = () => furtherPixels(further, item);
      return random.next() < 0.5 ? [redrawn, second] : [first, redrawn];
    },
    things(rows, random) {
      const left = [...names];
      return Array.from({ length: Math.round(rows * ICONS) }, () => {
        const [{ row, bySet }] = left.splice(random.int(left.length), 1) as [(typeof names)[number]];
        const a = random.int(bySet.length);
        const b = (a + 1 + random.int(bySet.length - 1)) % bySet.length;
        const [first, second] = [a, b].map((set) => {
          const { item } = oneOf(bySet[set] as (typeof icons)[number][], random);
          return () => coloured(iconAlpha(further, item), random);
        }) as [Drawing, Drawing];
        return { row, pair: [first, second] };
      });
    },
  };
}
