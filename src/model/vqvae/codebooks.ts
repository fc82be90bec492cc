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

  /** The same averages on every worker: counts [K] and sums [K·D] of this step, averaged over the workers. */
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
    collective.allReduceMean(stats);
    return stats;
  }

  /** Latents from all workers that a dead entry may become; NaN-free, possibly fewer than asked for. [R·D] */
  function candidates(size: number, assignments: readonly Assignment[], random: Rng): Float32Array {
    const offered = new Float32Array(CANDIDATES * (codeDim + 1));
    const own = assignments.filter((assignment) => assignment.size === size);
    for (let i = 0; i < CANDIDATES && own.length > 0; i++) {
      const { latents, tokens } = own[random.int(own.length)] as Assignment;
      const row = random.int(tokens.length);
      offered.set([1, ...latents.subarray(row * codeDim, (row + 1) * codeDim)], i * (codeDim + 1)); // the leading 1 marks a real one
    }
    const rows = collective
      .allGather(offered)
      .flatMap((block) =>
        Array.from({ length: CANDIDATES }, (_, i) => block.subarray(i * (codeDim + 1), (i + 1) * (codeDim + 1))).filter(
          (row) => row[0] === 1,
        ),
      );
    return Float32Array.from(rows.flatMap((row) => [...row.subarray(1)]));
  }

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
      let restarted = 0;
      // Every worker walks all sizes in the same order, so that the collective calls pair up.
      for (const size of sizes) {
        const book = bookOf(size);
        const stats = statistics(size, assignments);
        const offered = candidates(size, assignments, random.fork('offer', collective.rank, size));
        if (offered.length === 0) continue;
        book.counts.forEach((count, k) => {
          book.counts[k] = DECAY * count + (1 - DECAY) * (stats[k] as number);
        });
        book.sums.forEach((sum, i) => {
          book.sums[i] = DECAY * sum + (1 - DECAY) * (stats[size + i] as number);
        });
        restarted += restart(book, offered, random.fork('restart', size));
        book.entries.set(normaliseRows(book.sums, codeDim));
      }
      return restarted;
    },
  };
}
