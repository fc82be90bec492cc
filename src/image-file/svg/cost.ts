/**
 * How much drawing an SVG asks for. A few lines can ask for billions of shapes, by groups that use groups;
 * a browser draws SVG on the page's own thread, so such files are found out before they are drawn.
 */
import { Refusal } from '../failures';

/** An element in document order. */
export interface CostNode {
  readonly id: string | undefined;
  /** Cost of drawing it alone, in plain shapes. */
  readonly weight: number;
  /** Ids of elements that are drawn once more in its place: used, filled with, masked by. */
  readonly uses: readonly string[];
  /** Index of the first element that is not inside it. */
  end: number;
}

/** Most plain shapes drawn, everything that is used counted each time. */
export const MAX_COST = 100_000;
const DEEPEST_CHAIN = 64;

/** Cost of the whole drawing (element 0). Throws a {@link Refusal} where it exceeds {@link MAX_COST}. */
export function drawingCost(nodes: readonly CostNode[]): number {
  const byId = new Map<string, number>();
  const users: number[] = [];
  const sums = new Float64Array(nodes.length + 1);
  nodes.forEach(({ id, weight, uses }, index) => {
    if (id !== undefined && !byId.has(id)) byId.set(id, index);
    if (uses.length > 0) users.push(index);
    sums[index + 1] = (sums[index] ?? 0) + weight;
  });
  const known = new Map<number, number>();
  const open = new Set<number>();

  function costOf(index: number): number {
    // Circles are not drawn.
    if (open.has(index)) return 0;
    const cost = known.get(index);
    if (cost !== undefined) return cost;
    if (open.size > DEEPEST_CHAIN) throw tooComplex('elements use each other too deeply');
    open.add(index);
    const end = nodes[index]?.end ?? index;
    let total = (sums[end] ?? 0) - (sums[index] ?? 0);
    for (let u = firstAtLeast(users, index); (users[u] ?? end) < end; u++) {
      for (const id of nodes[users[u] ?? 0]?.uses ?? []) {
        const target = byId.get(id);
        if (target !== undefined) total += costOf(target);
        if (total > MAX_COST) throw tooComplex('too many shapes');
      }
    }
    if (total > MAX_COST) throw tooComplex('too many shapes');
    open.delete(index);
    known.set(index, total);
    return total;
  }

  return nodes.length > 0 ? costOf(0) : 0;
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
