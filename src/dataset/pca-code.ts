/**
 * Whole pictures as coefficients along the principal components of many, each rounded to as many levels as its bits allow: what
 * public/baselines/pca.json and the two files beside it hold, and how a picture is coded and drawn with them.
 */
import * as z from 'zod/mini';
import { count, positive, positiveInt, sha256 } from '../checks';
import { IMAGE_SIZE } from '../model/types';

/** Values of a picture. */
const VALUES = IMAGE_SIZE * IMAGE_SIZE * 3;

const file = z.object({ path: z.string(), bytes: count, sha256 });
/** PSNR of a set in dB: with the components as fitted, and as the files hold them. */
const fidelity = z.object({ fitted: z.number(), stored: z.number() });

export const pcaFilesSchema = z
  .object({
    format: z.literal(1),
    command: z.string(),
    seed: count,
    /** Pictures that the components are fitted to, and SHA-256 of the data that they are drawn from. */
    pictures: count,
    data: z.object({ data: sha256, split: sha256 }),
    components: positiveInt,
    /** A JPEG of square tiles, row by row: the mean, then the components, about mid-grey. */
    sheet: z.extend(file, { columns: positiveInt }),
    /** By component, what one step of a tile's bytes stands for. */
    steps: z.array(positive),
    /** The component that each bit goes to, in the order in which they are spent. */
    order: z.array(count),
    /** Bits that a picture may take: the levels are those that these need. */
    budgets: z.array(positiveInt),
    /** Levels of each component at each of its depths, as whole numbers of its unit. */
    levels: z.extend(file, { units: z.array(positive) }),
    /** By budget, over some pictures of each set. */
    fidelity: z.array(z.object({ bits: count, heldOut: fidelity, photos: fidelity })),
  })
  .check(
    z.refine(
      ({ components, steps, levels, order }) =>
        steps.length === components && levels.units.length === components && order.every((component) => component < components),
      'every component needs its step and its unit',
    ),
  );
export type PcaFiles = z.infer<typeof pcaFilesSchema>;

/** Middle of the tiles' bytes. */
export const MID_GREY = 128;

/** Bits of each component within a budget. [components] */
export function bitsWithin(order: readonly number[], components: number, budget: number): Uint8Array {
  const given = new Uint8Array(components);
  for (const component of order.slice(0, budget)) given[component] = (given[component] as number) + 1;
  return given;
}

/** The depths at which a component is used, ascending: of those the levels are kept, one depth after the other. [components][depths] */
export function depthsOf({ order, components, budgets }: Pick<PcaFiles, 'order' | 'components' | 'budgets'>): number[][] {
  const given = budgets.map((budget) => bitsWithin(order, components, budget));
  return Array.from({ length: components }, (_, component) =>
    [...new Set(given.map((bits) => bits[component] as number))].filter((bits) => bits > 0).sort((a, b) => a - b),
  );
}

export interface PcaCode {
  readonly files: PcaFiles;
  /** The sheet's tiles, one after the other. [(components + 1)·64·64·3] */
  readonly tiles: Uint8Array;
  /** Ascending, by component and depth. */
  readonly levels: readonly ReadonlyMap<number, Float32Array>[];
}

/** @throws Error where the levels are fewer or more than the depths need */
export function readPcaCode(files: PcaFiles, tiles: Uint8Array, stored: Int16Array): PcaCode {
  let at = 0;
  const levels = depthsOf(files).map((depths, component) => {
    const unit = files.levels.units[component] as number;
    return new Map(
      depths.map((bits) => {
        const own = Float32Array.from(stored.subarray(at, at + 2 ** bits), (value) => value * unit);
        at += 2 ** bits;
        return [bits, own] as const;
      }),
    );
  });
  if (at !== stored.length) throw new Error(`${stored.length} levels where the depths need ${at}`);
  if (tiles.length !== (files.components + 1) * VALUES) throw new Error(`tiles of ${tiles.length} bytes`);
  return { files, tiles, levels };
}

/**
 * A picture's coefficients, of the components from one up to another, which a caller that must not be long away takes in turns.
 * @param image RGB [64·64·3]
 */
export function coefficientsOf({ files, tiles }: PcaCode, image: Uint8Array, from: number, to: number): Float32Array {
  const out = new Float32Array(to - from);
  for (let component = from; component < to; component++) {
    const start = (component + 1) * VALUES;
    let sum = 0;
    for (let i = 0; i < VALUES; i++)
      sum += ((tiles[start + i] as number) - MID_GREY) * ((image[i] as number) - (tiles[i] as number));
    out[component - from] = (sum * (files.steps[component] as number)) / 255;
  }
  return out;
}

/** The level nearest to a value; of two as near, the higher. */
function nearestLevel(levels: Float32Array, value: number): number {
  let [low, high] = [0, levels.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < ((levels[middle] as number) + (levels[middle + 1] as number)) / 2) high = middle;
    else low = middle + 1;
  }
  return levels[low] as number;
}

/** A picture drawn back from coefficients rounded within one of the budgets. -> RGB [64·64·3] */
export function drawFromCoefficients({ files, tiles, levels }: PcaCode, coefficients: Float32Array, budget: number): Uint8Array {
  const sum = Float32Array.from(tiles.subarray(0, VALUES));
  bitsWithin(files.order, files.components, budget).forEach((bits, component) => {
    const own = levels[component]?.get(bits);
    if (!own) return;
    const weight = 255 * nearestLevel(own, coefficients[component] as number) * (files.steps[component] as number);
    const start = (component + 1) * VALUES;
    for (let i = 0; i < VALUES; i++) sum[i] = (sum[i] as number) + weight * ((tiles[start + i] as number) - MID_GREY);
  });
  return Uint8Array.from(sum, (value) => Math.round(Math.min(255, Math.max(0, value))));
}
