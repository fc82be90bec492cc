/**
 * One worker of the training benchmark. Numbers of workers take turns in every round, and so do matrix products and training steps,
 * so that all of them meet the same machine: one that has neighbours changes its pace from second to second.
 */
import { randomNormal, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Dataset } from '../dataset';
import { createRun, type Run } from '../recipes/recipe';
import type { RunOptions } from '../run/options';
import { runRank } from '../runtime/rank';
import { type CollectiveMemory, joinCollective } from '../runtime/shared-collective';
import { countFlops } from './flops';
import { matMulRate, SIDE } from './mat-mul-rate';

export interface BenchTask {
  readonly options: RunOptions;
  readonly dataset: Dataset;
  readonly rounds: number;
  /** Joined by the workers of all pools, this pool's at the places from `place` on. */
  readonly everyone: CollectiveMemory;
  readonly place: number;
  /** Pools that take turns, and this one's turn among them, from 0. */
  readonly turns: number;
  readonly turn: number;
}

/** One worker's figures of one model; rates in GFLOP/s, one entry a round. */
export interface BenchReport {
  readonly matMul: readonly number[];
  readonly step: readonly number[];
  readonly imagesPerSecond: readonly number[];
  readonly gflopsOfStep: number;
}

const STEPS_A_ROUND = 2;
const WARM_UP_STEPS = 3;
/** Past the steps without a quantiser, which are not what most of a run is made of. */
const FIRST_STEP = 1000;

const secondsOf = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** Moves the run into its main phase; codebooks, which start empty, get numbers to search among. */
function enterMainPhase(run: Run): void {
  const snapshot = run.snapshot();
  for (const { values } of Object.values(snapshot.buffers)) for (let i = 0; i < values.length; i++) values[i] = 1 + Math.sin(i);
  run.restore({ ...snapshot, step: FIRST_STEP });
}

await runRank<BenchTask, BenchReport>(async ({ collective, data, post }) => {
  const everyone = joinCollective(data.everyone, data.place + collective.rank);
  const run = createRun(data.options, data, collective);
  const matrix = randomNormal([SIDE, SIDE]) as Tensor2D;
  enterMainPhase(run);
  for (let i = 0; i < WARM_UP_STEPS; i++) await run.next();
  let counted: Promise<unknown> | undefined;
  // All of a step's kernels run before it first waits.
  const gflopsOfStep =
    countFlops(() => {
      counted = run.next();
    }) / 1e9;
  await counted;
  const measureRound = async () => {
    const matMulGflops = matMulRate(matrix);
    collective.barrier();
    const seconds = await secondsOf(async () => {
      for (let i = 0; i < STEPS_A_ROUND; i++) await run.next();
    });
    return { matMulGflops, seconds: seconds / STEPS_A_ROUND };
  };
  const rounds: Awaited<ReturnType<typeof measureRound>>[] = [];
  for (let round = 0; round < data.rounds; round++) {
    for (let turn = 0; turn < data.turns; turn++) {
      everyone.barrier();
      if (turn === data.turn) rounds.push(await measureRound());
    }
  }
  post({
    matMul: rounds.map(({ matMulGflops }) => matMulGflops),
    step: rounds.map(({ seconds }) => gflopsOfStep / seconds),
    imagesPerSecond: rounds.map(({ seconds }) => run.imagesPerStep / seconds),
    gflopsOfStep,
  });
});
