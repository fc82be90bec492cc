/** What the reader looks at: which boxes are open, and what in them is chosen. It goes into the address as one text. */
import type { SharedState } from '../lab';
import { BOXES, type BoxId, MAP_BOXES, type MapBox } from './boxes';
import { cellAt, middleOf, type Place } from './place';

export interface View {
  readonly open: readonly BoxId[];
  readonly place: Place;
  /** Of the transformer's blocks, and of the heads in each. */
  readonly block: number;
  readonly head: number;
  /** Of the vector. */
  readonly dimension: number;
  /** Which entry is held against the latent: the nearest is 0. */
  readonly rank: number;
  readonly stages: Readonly<Record<MapBox, number>>;
  readonly channels: Readonly<Record<MapBox, number>>;
}

/** A little above the middle: what a drawing shows is there, and rarely just its ground. */
export const FIRST_VIEW: View = {
  open: [],
  place: middleOf(6 * 16 + 7, 16),
  block: 0,
  head: 0,
  dimension: 0,
  rank: 0,
  stages: { patches: 0, features: 0, decoder: 0 },
  channels: { patches: 0, features: 0, decoder: 0 },
};

/** Side of the grid that places are written on: the finest that is chosen from. */
const RASTER = 16;
const NO_BOXES = 'none';

/** `open-boxes` */
export const openIn = ({ open }: View): string => open.join('-') || NO_BOXES;

/** `open-boxes.place.block.head.dimension.rank.stages….channels…` */
export function packView(view: View): string {
  const { place, block, head, dimension, rank, stages, channels } = view;
  const choices = [cellAt(place, RASTER), block, head, dimension, rank];
  return [openIn(view), ...choices, ...MAP_BOXES.map((id) => stages[id]), ...MAP_BOXES.map((id) => channels[id])].join('.');
}

/** The view that a text stands for, of which all but the boxes may be left out; null where it stands for none. */
export function unpackView(text: string): View | null {
  const [names = '', ...rest] = text.split('.');
  const numbers = rest.map(Number);
  const open = names === NO_BOXES ? [] : names.split('-');
  if (!open.every((name) => BOXES.some((id) => id === name))) return null;
  const opened = BOXES.filter((id) => open.includes(id));
  if (rest.length === 0) return { ...FIRST_VIEW, open: opened };
  const isWhole = numbers.length === 5 + 2 * MAP_BOXES.length && numbers.every((value) => Number.isInteger(value) && value >= 0);
  if (!isWhole) return null;
  const [cell, block, head, dimension, rank, ...byBox] = numbers as [number, number, number, number, number, ...number[]];
  if (cell >= RASTER * RASTER) return null;
  const record = (from: number) =>
    Object.fromEntries(MAP_BOXES.map((id, i) => [id, byBox[from + i] as number])) as Record<MapBox, number>;
  return {
    open: opened,
    place: middleOf(cell, RASTER),
    block,
    head,
    dimension,
    rank,
    stages: record(0),
    channels: record(MAP_BOXES.length),
  };
}

/** What the address says to look at; the first view where it says nothing that can be looked at. */
export const openedView = ({ inside }: SharedState): View => (inside === undefined ? null : unpackView(inside)) ?? FIRST_VIEW;

/** What of the address names nothing here. */
export const rejectedOf = ({ inside }: SharedState): SharedState =>
  inside !== undefined && !unpackView(inside) ? { inside } : {};
