/** How far over a grid a change spreads. */
import { IMAGE_SIZE } from '../../../src/model/types';
import type { Spill } from '../../../src/results/e8';
import { averageOf, mean } from '../../evaluate/statistics';

/** Squared change of each cell, row-major. [G·G] */
export type CellEnergies = Float64Array;

/** Cells of the picture: squared difference of the pixels in each. a, b [64·64·3] */
export function pixelEnergies(a: Uint8Array, b: Uint8Array, grid: number): CellEnergies {
  const side = IMAGE_SIZE / grid;
  const energies = new Float64Array(grid * grid);
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference === 0) continue;
    const pixel = Math.floor(i / 3);
    const cell = Math.floor(pixel / IMAGE_SIZE / side) * grid + Math.floor((pixel % IMAGE_SIZE) / side);
    energies[cell] = (energies[cell] as number) + difference * difference;
  }
  return energies;
}

/** Cells of a code: squared distance of the vectors in each. a, b [cells·dim] */
export function vectorEnergies(a: Float32Array, b: Float32Array, cells: number): CellEnergies {
  const dim = a.length / cells;
  const energies = new Float64Array(cells);
  for (let i = 0; i < a.length; i++) {
    const cell = Math.floor(i / dim);
    energies[cell] = (energies[cell] as number) + ((a[i] as number) - (b[i] as number)) ** 2;
  }
  return energies;
}

/** Shares by Chebyshev distance from a cell; undefined where nothing changed. */
export function ringShares(energies: CellEnergies, cell: number): number[] | undefined {
  const grid = Math.sqrt(energies.length);
  const total = energies.reduce((sum, energy) => sum + energy, 0);
  if (total === 0) return undefined;
  const rings = new Array<number>(grid).fill(0);
  const [row, column] = [Math.floor(cell / grid), cell % grid];
  energies.forEach((energy, at) => {
    const ring = Math.max(Math.abs(Math.floor(at / grid) - row), Math.abs((at % grid) - column));
    rings[ring] = (rings[ring] as number) + energy / total;
  });
  return rings;
}

/** Over changes that changed anything. Throws where none did. */
export function spillOf(grid: number, changes: readonly (readonly number[])[]): Spill {
  if (changes.length === 0) throw new Error(`no change on the ${grid}×${grid} grid changed anything`);
  return {
    own: averageOf(changes.map(([own]) => own as number)),
    rings: Array.from({ length: grid }, (_, ring) => Math.min(1, mean(changes.map((rings) => rings[ring] as number)))),
    even: 1 / grid ** 2,
  };
}
