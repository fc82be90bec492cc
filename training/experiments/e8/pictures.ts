/** The pictures of E8, and what is done to them. */
import type { Rng } from '../../../src/dataset/rng';
import { IMAGE_SIZE } from '../../../src/model/types';
import { byConcept, type Dataset, type Rendering, renderingsOf } from '../../dataset';
import { captionClasses } from '../../evaluate/caption-classes';
import { onWhite } from '../../evaluate/on-white';

export interface Original {
  /** 64×64 RGB. */
  readonly image: Uint8Array;
  /** Equal where captions are. */
  readonly label: number;
}

/** One drawing of each held-out concept, by an artist drawn at random. */
export function originals(dataset: Dataset, rng: Rng): Original[] {
  const labels = captionClasses(dataset.concepts);
  return [...byConcept(renderingsOf(dataset, ['test'], 'train'))].map(([concept, drawings]) => ({
    image: onWhite(dataset, drawings[rng.fork(concept).int(drawings.length)] as Rendering),
    label: labels[concept] as number,
  }));
}

/** For each picture another, drawn at random, whose caption is another. -> positions. Throws where all captions are one. */
export function strangers(labels: readonly number[], rng: Rng): number[] {
  return labels.map((label, i) => {
    const others = labels.flatMap((other, position) => (other === label ? [] : [position]));
    const stranger = others[rng.fork(i).int(others.length)];
    if (stranger === undefined) throw new Error('all pictures have the same caption');
    return stranger;
  });
}

/** A cell in its inverse colours: a change that is large wherever it falls. */
export function paintedOver(image: Uint8Array, cell: number, grid: number): Uint8Array {
  const side = IMAGE_SIZE / grid;
  const painted = image.slice();
  const [top, left] = [Math.floor(cell / grid) * side, (cell % grid) * side];
  for (let y = top; y < top + side; y++)
    for (let i = (y * IMAGE_SIZE + left) * 3; i < (y * IMAGE_SIZE + left + side) * 3; i++)
      painted[i] = 255 - (image[i] as number);
  return painted;
}

/** Fisher–Yates: where each place's content comes from. */
export function deal(count: number, rng: Rng): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** The picture's cells in another order. */
export function cellsDealt(image: Uint8Array, order: readonly number[]): Uint8Array {
  const grid = Math.sqrt(order.length);
  const side = IMAGE_SIZE / grid;
  const dealt = new Uint8Array(image.length);
  const start = (cell: number, y: number) => ((Math.floor(cell / grid) * side + y) * IMAGE_SIZE + (cell % grid) * side) * 3;
  order.forEach((from, to) => {
    for (let y = 0; y < side; y++) dealt.set(image.subarray(start(from, y), start(from, y) + side * 3), start(to, y));
  });
  return dealt;
}
