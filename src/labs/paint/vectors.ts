/** Moves in the space of the embedding. All vectors have unit length, before and after. [E] */

/** From the image's embedding to somewhere else. */
export interface Move {
  /** Towards the other image, or along one number of the vector. */
  readonly way: 'between' | 'along';
  /** Of the vector, from 0; of a move along one number only. */
  readonly dimension: number;
  /** Share of the way, 0..1; along a dimension what is added to it, −1..1, where the whole vector has length 1. */
  readonly amount: number;
}

/** How far each way goes at first: half way, neither the one nor the other; and about as far as the largest numbers lie from 0. */
export const FIRST_AMOUNTS: Readonly<Record<Move['way'], number>> = { between: 0.5, along: 0.2 };

/** One number alone: that is what a brush would have to move. */
export const FIRST_MOVE: Move = { way: 'along', dimension: 0, amount: FIRST_AMOUNTS.along };

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
};

const towards = (from: Float32Array, to: Float32Array, share: number): Float32Array =>
  unit(from.map((value, e) => (1 - share) * value + share * (to[e] as number)));

const alongDimension = (from: Float32Array, dimension: number, amount: number): Float32Array =>
  unit(from.map((value, e) => (e === dimension ? value + amount : value)));

/** @param to the other image's embedding */
export const moved = (from: Float32Array, to: Float32Array, { way, dimension, amount }: Move): Float32Array =>
  way === 'between' ? towards(from, to, amount) : alongDimension(from, dimension, amount);

/** As the address tells it: `between.0.5`, or the dimension from 1 on, `17.-0.25`. */
export const writeMove = ({ way, dimension, amount }: Move): string => `${way === 'between' ? way : dimension + 1}.${amount}`;

const WRITTEN = /^(?<way>between|\d{1,3})\.(?<amount>-?[01](?:\.\d{1,2})?)$/;

/** null where the text is none. */
export function readMove(text: string, dimensions: number): Move | null {
  const { way, amount } = WRITTEN.exec(text)?.groups ?? {};
  const dimension = way === 'between' ? 0 : Number(way) - 1;
  const size = Number(amount);
  const isMove = way === 'between' ? size >= 0 && size <= 1 : dimension >= 0 && dimension < dimensions && Math.abs(size) <= 1;
  return isMove ? { way: way === 'between' ? way : 'along', dimension, amount: size } : null;
}
