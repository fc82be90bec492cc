/**
 * Codebooks fitted by exponential moving averages (VQ-VAE, arXiv 1711.00937, appendix A.1), on the unit sphere,
 * started by k-means and restarted where an entry dies (Jukebox, arXiv 2005.00341, §3).
 */

import type { Collective } from '../collective';
import { constantSpec, initialise } from '../params';
import type { CodebookSize, ParamArrays, Rng } from '../types';
import { codebookName, finiteSizes, type VqvaeConfig } from './config';
import { normaliseRows, sphericalKMeans } from './k-means';

const DECAY = 0.99;
/** An entry that gets less than this share of an even part is restarted. */
const DEAD_SHARE = 0.05;
/** Latents that each worker offers for restarts, a codebook and step. */
const CANDIDATES = 64;

/** Latents of one step for one codebook, and the entries they chose. */
export interface Assignment {
  readonly size: number;
  /** [R·D] */
  readonly latents: Float32Array;
  /** [R] */
  readonly tokens: Int32Array;
}

export interface Codebooks {
  readonly buffers: ParamArrays;
  entries(size: number): Float32Array;
  /** Starts one codebook from the latents of all workers. */
  start(size: number, latents: Float32Array, rng: Rng): void;
  /** Moves the averages by one step of all workers; returns how many entries were restarted. */
  update(assignments: readonly Assignment[], rng: Rng): number;
}

interface Book {
  readonly size: number;
  readonly entries: Float32Array;
  readonly counts: Float32Array;
  readonly sums: Float32Array;
}

export function createCodebooks(config: VqvaeConfig, rng: Rng, collective: Collective): Codebooks {
  const { codeDim } = config;
  const sizes = finiteSizes(config);
  const buffers = initialise(
    sizes.flatMap((size) => [
      constantSpec(codebookName(size as CodebookSize), [size, codeDim]),
      constantSpec(`average/${size}/counts`, [size]),
      constantSpec(`average/${size}/sums`, [size, codeDim]),
    ]),
    rng,
  );
  const values = (name: string): Float32Array => {
    const array = buffers[name];
    if (!array) throw new Error(`no codebook ${name}`);
    return array.values;
  };
  const bookOf = (size: number): Book => ({
    size,
    entries: values(codebookName(size as CodebookSize)),
    counts: values(`average/${size}/counts`),
    sums: values(`average/${size}/sums`),
  });

  /** Counts [K] and sums [K·D] of this worker's step. */
  function statistics(size: number, assignments: readonly Assignment[]): Float32Array {
    const stats = new Float32Array(size * (1 + codeDim));
    for (const { latents, tokens } of assignments.filter((assignment) => assignment.size === size))
      tokens.forEach((token, row) => {
        stats[token] = (stats[token] as number) + 1;
        for (let d = 0; d < codeDim; d++) {
          const at = size + token * codeDim + d;
          stats[at] = (stats[at] as number) + (latents[row * codeDim + d] as number);
        }
      });
    return stats;
  }

  /** Latents of this worker that a dead entry may become, each behind a 1; rows of zeros where it has none. [CANDIDATES·(1 + D)] */
  function offer(size: number, assignments: readonly Assignment[], random: Rng): Float32Array {
    const offered = new Float32Array(CANDIDATES * (codeDim + 1));
    const own = assignments.filter((assignment) => assignment.size === size);
    for (let i = 0; i < CANDIDATES && own.length > 0; i++) {
      const { latents, tokens } = own[random.int(own.length)] as Assignment;
      const row = random.int(tokens.length);
      offered.set([1, ...latents.subarray(row * codeDim, (row + 1) * codeDim)], i * (codeDim + 1));
    }
    return offered;
  }

  /** The rows that were really offered, without their mark. [R·D] */
  const realRows = (blocks: readonly Float32Array[]): Float32Array =>
    Float32Array.from(
      blocks.flatMap((block) =>
        Array.from({ length: CANDIDATES }, (_, i) => block.subarray(i * (codeDim + 1), (i + 1) * (codeDim + 1)))
          .filter((row) => row[0] === 1)
          .flatMap((row) => [...row.subarray(1)]),
      ),
    );

  function restart({ size, counts, sums }: Book, offered: Float32Array, random: Rng): number {
    const even = counts.reduce((sum, count) => sum + count, 0) / size;
    const available = offered.length / codeDim;
    let restarted = 0;
    for (let k = 0; k < size && available > 0; k++) {
      if ((counts[k] as number) >= DEAD_SHARE * even) continue;
      const row = random.int(available);
      counts[k] = even;
      for (let d = 0; d < codeDim; d++) sums[k * codeDim + d] = even * (offered[row * codeDim + d] as number);
      restarted += 1;
    }
    return restarted;
  }

  return {
    buffers,
    entries: (size) => bookOf(size).entries,
    start(size, latents, random) {
      const book = bookOf(size);
      const all = Float32Array.from(collective.allGather(latents).flatMap((part) => [...part]));
      const { entries, counts } = sphericalKMeans(all, codeDim, size, random);
      book.entries.set(entries);
      book.counts.set(counts);
      book.sums.set(entries.map((value, i) => value * (counts[Math.floor(i / codeDim)] as number)));
    },
    update(assignments, random) {
      // One exchange for all sizes: each costs the workers a meeting, and there are ten sizes.
      const stats = joined(sizes.map((size) => statistics(size, assignments)));
      collective.allReduceMean(stats.flat);
      const offers = joined(sizes.map((size) => offer(size, assignments, random.fork('offer', collective.rank, size))));
      const gathered = collective.allGather(offers.flat);
      let restarted = 0;
      sizes.forEach((size, i) => {
        const offered = realRows(gathered.map((flat) => offers.part(flat, i)));
        if (offered.length === 0) return;
        const book = bookOf(size);
        const step = stats.part(stats.flat, i);
        book.counts.forEach((count, k) => {
          book.counts[k] = DECAY * count + (1 - DECAY) * (step[k] as number);
        });
        book.sums.forEach((sum, j) => {
          book.sums[j] = DECAY * sum + (1 - DECAY) * (step[size + j] as number);
        });
        restarted += restart(book, offered, random.fork('restart', size));
        book.entries.set(normaliseRows(book.sums, codeDim));
      });
      return restarted;
    },
  };
}

/** Arrays one after the other, and the view of each in any array laid out alike. */
function joined(parts: readonly Float32Array[]): {
  flat: Float32Array;
  part: (flat: Float32Array, index: number) => Float32Array;
} {
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { length }) => sum + length, 0));
  const flat = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.forEach((part, i) => {
    flat.set(part, starts[i]);
  });
  return { flat, part: (of, i) => of.subarray(starts[i], (starts[i] as number) + (parts[i] as Float32Array).length) };
}
