/**
 * How much drawing an SVG asks for. A few lines can ask for billions of shapes, by groups that use groups;
 * a browser draws SVG on the page's own thread, so such files are found out before they are drawn.
 */
import { Refusal } from '../failures';

/** An element in document order. */
export interface CostNode {
  readonly id: string | undefined;
  /** Cost of drawing it alone, in plain shapes: up to a tenth of a millisecond each. */
  readonly weight: number;
  /** Cost of filtering it by functions; undefined where it is not filtered. */
  readonly filtering: number | undefined;
  /** Cost of each use of it, besides that of drawing what is inside it: of a mask's layer, of a filter's steps. */
  weightOfUse: number;
  /** Ids of elements that are drawn once more in its place: used, filled with, masked by, filtered with. */
  readonly uses: readonly string[];
  /** Index of the first element that is not inside it. */
  end: number;
}

/**
 * Most plain shapes drawn, everything that is used counted each time. As measured in Chromium on one core of a server, what is accepted
 * takes at most 18 seconds where every shape covers all of a drawing of 1,024 × 1,024 pixels, 2 where they are small, and 14 for filters.
 */
export const MAX_COST = 100_000;
const DEEPEST_CHAIN = 64;
/** How many times as much a filter costs inside something filtered; measured at no more than this with the widest blurs. */
const NESTED_FILTERS = 2;

interface DrawingCost {
  /** All but filters. */
  readonly shapes: number;
  readonly filters: number;
}
const NOTHING: DrawingCost = { shapes: 0, filters: 0 };

/** Cost of the whole drawing (element 0). Throws a {@link Refusal} where it exceeds {@link MAX_COST}. */
export function drawingCost(nodes: readonly CostNode[]): number {
  const byId = new Map<string, number>();
  const users: number[] = [];
  const sums = new Float64Array(nodes.length + 1);
  nodes.forEach(({ id, weight, uses, filtering }, index) => {
    if (id !== undefined && !byId.has(id)) byId.set(id, index);
    if (uses.length > 0 || filtering !== undefined) users.push(index);
    sums[index + 1] = (sums[index] ?? 0) + weight;
  });
  const known = new Map<number, DrawingCost>();
  const open = new Set<number>();
  const weightWithin = (index: number, end: number) => (sums[end] ?? 0) - (sums[index] ?? 0);

  /** Cost of an element with everything inside it, each time it is drawn. */
  function costOf(index: number): DrawingCost {
    // Circles are not drawn.
    if (open.has(index)) return NOTHING;
    const cost = known.get(index);
    if (cost !== undefined) return cost;
    if (open.size > DEEPEST_CHAIN) throw tooComplex('elements use each other too deeply');
    open.add(index);
    const { end, filtering, uses } = nodes[index] ?? { end: index, filtering: undefined, uses: [] };
    const inside = sumOf(insideOf(index, end), { shapes: weightWithin(index, end), filters: 0 });
    const { shapes } = inside;
    const filters = filtering === undefined ? inside.filters : inside.filters * NESTED_FILTERS + filtering;
    const whole = sumOf(
      uses.map((id) => costOfUse(id, filtering !== undefined)),
      { shapes, filters },
    );
    open.delete(index);
    known.set(index, whole);
    return whole;
  }

  /** What is used or filtered inside an element, beyond the sum of weights. */
  function* insideOf(index: number, end: number): Generator<DrawingCost> {
    for (let u = firstAtLeast(users, index + 1); (users[u] ?? end) < end; ) {
      const user = users[u] ?? end;
      const node = nodes[user];
      if (node?.filtering !== undefined) {
        // Filters inside it cost more for being there: it is summed up by itself.
        const { shapes, filters } = costOf(user);
        yield { shapes: Math.max(0, shapes - weightWithin(user, node.end)), filters };
        u = firstAtLeast(users, node.end);
      } else {
        for (const id of node?.uses ?? []) yield costOfUse(id, false);
        u++;
      }
    }
  }

  function costOfUse(id: string, asFilter: boolean): DrawingCost {
    const target = byId.get(id);
    if (target === undefined) return NOTHING;
    const { shapes, filters } = costOf(target);
    const weight = nodes[target]?.weightOfUse ?? 0;
    return asFilter ? { shapes, filters: filters + weight } : { shapes: shapes + weight, filters };
  }

  return nodes.length > 0 ? total(costOf(0)) : 0;
}

const total = ({ shapes, filters }: DrawingCost) => shapes + filters;

/** The sum of all costs. Throws a {@link Refusal} as soon as it is too high. */
function sumOf(costs: Iterable<DrawingCost>, start: DrawingCost): DrawingCost {
  let { shapes, filters } = start;
  const check = () => {
    if (shapes + filters > MAX_COST) throw tooComplex('too many shapes');
  };
  check();
  for (const cost of costs) {
    shapes += cost.shapes;
    filters += cost.filters;
    check();
  }
  return { shapes, filters };
}

const tooComplex = (detail: string) => new Refusal({ code: 'svg-too-complex' }, detail);

/** Position of the first number not below `value` in an ascending list. */
function firstAtLeast(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
