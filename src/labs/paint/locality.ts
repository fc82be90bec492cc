/** Where a change of the code shows in the picture. */
import { differences } from '../shared/pixel-difference';

export interface Spread {
  /** Share of the squared change of the pixels that lies in the cells; null where nothing changed. 0..1 */
  readonly inside: number | null;
  /** Share of the picture's pixels that changed visibly. 0..1 */
  readonly area: number;
}

/** Mean difference over the channels from which a pixel counts as changed, of 255: one that an eye may notice. */
const VISIBLE = 4;

/**
 * @param cells of a grid laid over the picture
 * @param before, after [S·S·3]
 */
export function spreadOf(before: Uint8Array, after: Uint8Array, cells: readonly number[], grid: number): Spread {
  const changes = differences(before, after);
  const side = Math.sqrt(changes.length);
  const cellSide = side / grid;
  const wanted = new Set(cells);
  let [inside, total, visible] = [0, 0, 0];
  changes.forEach((change, pixel) => {
    const cell = Math.floor(Math.floor(pixel / side) / cellSide) * grid + Math.floor((pixel % side) / cellSide);
    let energy = 0;
    for (let c = 3 * pixel; c < 3 * pixel + 3; c++) energy += ((before[c] as number) - (after[c] as number)) ** 2;
    total += energy;
    if (wanted.has(cell)) inside += energy;
    if (change >= VISIBLE) visible += 1;
  });
  return { inside: total > 0 ? inside / total : null, area: visible / changes.length };
}
