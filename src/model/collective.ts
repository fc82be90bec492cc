/** How the ranks of data-parallel training talk to each other; the trainer sees nothing else of threads. */

export interface Collective {
  /** Which of `size` ranks this is, from 0. */
  readonly rank: number;
  readonly size: number;
  /** Replaces `flat` by its mean over all ranks, the same bits on each; lengths must agree. */
  allReduceMean(flat: Float32Array): void;
  /** Copies of every rank's array, by rank; lengths must agree. */
  allGather(local: Float32Array): Float32Array[];
  /** Returns once every rank has called it. */
  barrier(): void;
}

/** The only rank there is. */
export const solo: Collective = {
  rank: 0,
  size: 1,
  allReduceMean() {},
  allGather: (local) => [local.slice()],
  barrier() {},
};
