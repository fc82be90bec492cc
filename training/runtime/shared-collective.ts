/**
 * Collectives between worker threads over one shared block of memory.
 *
 * Each rank sums its own slice of all contributions, in the order of ranks, and all copy the result: every rank gets the
 * same bits. Arrays longer than the block are passed in pieces.
 */
import type { Collective } from '../../src/model/collective';

/** Passed to the workers as it is: shared memory is cloned by reference. */
export interface CollectiveMemory {
  readonly size: number;
  /** Floats a rank can put down at once. */
  readonly capacity: number;
  readonly control: SharedArrayBuffer;
  /** One stretch of `capacity` floats a rank, and one for the result. */
  readonly data: SharedArrayBuffer;
}

/** Raised in every waiting rank when another one has failed. */
export class CollectiveAborted extends Error {
  constructor() {
    super('another rank failed, so this one cannot go on');
    this.name = 'CollectiveAborted';
  }
}

const ARRIVED = 0;
const GENERATION = 1;
const ABORTED = 2;
const STOP = 3;
const CONTROL_WORDS = 4;
const DEFAULT_CAPACITY = 1 << 20;

export function createCollectiveMemory(size: number, capacity = DEFAULT_CAPACITY): CollectiveMemory {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`a collective needs at least one rank, not ${size}`);
  const control = new SharedArrayBuffer(CONTROL_WORDS * Int32Array.BYTES_PER_ELEMENT);
  const data = new SharedArrayBuffer((size + 1) * capacity * Float32Array.BYTES_PER_ELEMENT);
  return { size, capacity, control, data };
}

/** Makes every rank that waits, now or later, raise {@link CollectiveAborted}. */
export function abortCollective(memory: CollectiveMemory): void {
  const control = new Int32Array(memory.control);
  Atomics.store(control, ABORTED, 1);
  Atomics.notify(control, GENERATION);
}

/** Asks all ranks to end after the step they are in; see `stopAgreed`. */
export function requestStop(memory: CollectiveMemory): void {
  Atomics.store(new Int32Array(memory.control), STOP, 1);
}

export interface SharedCollective extends Collective {
  /** Whether a stop was requested: a collective call with one answer for all ranks, so that they end at the same step. */
  stopAgreed(): boolean;
}

/** The view of one rank; calls block the thread, and every rank must make them in the same order. */
export function joinCollective(memory: CollectiveMemory, rank: number): SharedCollective {
  const { size, capacity } = memory;
  const control = new Int32Array(memory.control);
  const slots = Array.from(
    { length: size + 1 },
    (_, i) => new Float32Array(memory.data, i * capacity * Float32Array.BYTES_PER_ELEMENT, capacity),
  );
  const [own, result] = [slots[rank], slots[size]];
  if (!own || !result || rank >= size) throw new RangeError(`rank ${rank} is not below ${size}`);

  function barrier(): void {
    const generation = Atomics.load(control, GENERATION);
    if (Atomics.add(control, ARRIVED, 1) === size - 1) {
      Atomics.store(control, ARRIVED, 0);
      Atomics.add(control, GENERATION, 1);
      Atomics.notify(control, GENERATION);
    }
    while (Atomics.load(control, GENERATION) === generation) {
      if (Atomics.load(control, ABORTED) === 1) throw new CollectiveAborted();
      // An abort between the check and the wait would be missed, hence the time limit.
      Atomics.wait(control, GENERATION, generation, ABORT_POLL_MS);
    }
    if (Atomics.load(control, ABORTED) === 1) throw new CollectiveAborted();
  }

  /** Calls `exchange` with each piece of `length` floats that fits the block. */
  function inPieces(length: number, exchange: (start: number, end: number) => void): void {
    for (let start = 0; start < length; start += capacity) exchange(start, Math.min(length, start + capacity));
  }

  function allReduceMean(flat: Float32Array): void {
    inPieces(flat.length, (start, end) => {
      const count = end - start;
      own?.set(flat.subarray(start, end));
      barrier();
      meanOfSlice(
        slots.slice(0, size),
        result as Float32Array,
        Math.floor((count * rank) / size),
        Math.floor((count * (rank + 1)) / size),
      );
      barrier();
      flat.set((result as Float32Array).subarray(0, count), start);
    });
  }

  function allGather(local: Float32Array): Float32Array[] {
    const gathered = Array.from({ length: size }, () => new Float32Array(local.length));
    inPieces(local.length, (start, end) => {
      own?.set(local.subarray(start, end));
      barrier();
      for (const [i, array] of gathered.entries()) array.set((slots[i] as Float32Array).subarray(0, end - start), start);
      barrier();
    });
    return gathered;
  }

  // Ranks look at different moments, so rank 0 decides for all.
  const stopAgreed = (): boolean => allGather(Float32Array.of(Atomics.load(control, STOP)))[0]?.[0] === 1;

  return { rank, size, allReduceMean, allGather, barrier, stopAgreed };
}

const ABORT_POLL_MS = 250;

function meanOfSlice(contributions: readonly Float32Array[], result: Float32Array, from: number, to: number): void {
  const scale = 1 / contributions.length;
  const sums = result.subarray(from, to);
  sums.fill(0);
  for (const contribution of contributions) {
    const part = contribution.subarray(from, to);
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (part[i] as number);
  }
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) * scale;
}
