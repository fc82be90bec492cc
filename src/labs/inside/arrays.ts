/** Reads single numbers, rows and channels out of what the engine traced. */
import type { NamedArray } from '../../model/types';

export const valueAt = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;

/** Numbers at each place: the last axis. */
export const depthOf = ({ shape }: NamedArray): number => shape.at(-1) ?? 1;

/** Side of a square grid of places. [S, S, C] -> S */
export const sideOf = ({ shape }: NamedArray): number => shape[0] ?? 1;

/** What stands at one place, counted row by row. [.., C] -> [C] */
export function vectorAt(array: NamedArray, index: number): Float32Array {
  const depth = depthOf(array);
  return array.values.subarray(index * depth, (index + 1) * depth);
}

/** One number at every place. [.., C] -> [..] */
export function channelOf(array: NamedArray, channel: number): Float32Array {
  const depth = depthOf(array);
  return Float32Array.from({ length: array.values.length / depth }, (_, i) => valueAt(array.values, i * depth + channel));
}

/** 8×8×128 */
export const shapeText = (shape: readonly number[]): string => shape.join('×');

export const largest = (values: Float32Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Indices, the one with the smallest value first. */
export const ascending = (values: ArrayLike<number>): number[] =>
  Array.from({ length: values.length }, (_, i) => i).sort((a, b) => valueAt(values, a) - valueAt(values, b) || a - b);

/** Indices, the one with the largest value first. */
export const descending = (values: ArrayLike<number>): number[] =>
  Array.from({ length: values.length }, (_, i) => i).sort((a, b) => valueAt(values, b) - valueAt(values, a) || a - b);
