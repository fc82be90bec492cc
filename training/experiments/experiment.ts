/** What an experiment is: a file or folder here, a line in `list.ts`, a schema of its result in src/results. */
import type * as z from 'zod/mini';
import type { ModelId } from '../../src/model/registry';
import type { ResultHeader } from '../../src/results/envelope';
import type { Dataset } from '../dataset';
import type { OpenModels } from './open-models';

/** What an experiment measures with. */
export interface Setup {
  /** In a trial run, with few concepts in each split; the pixels are the same. */
  readonly dataset: Dataset;
  readonly models: OpenModels;
  readonly seeds: readonly number[];
  readonly smoke: boolean;
  /** The full amount of something, or the small one of a trial run. */
  amount(full: number, smoke: number): number;
  /** What an experiment run before has written, measured on the weights published now. @throws ResultError, or where it is missing */
  result<R extends ResultHeader>(schema: z.ZodMiniType<R>, id: string): R;
  /** Prints a line of progress. */
  say(line: string): void;
}

export interface Measured<Figures> {
  /** How many pictures, queries, patches, … the figures rest on. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly figures: Figures;
}

export interface Experiment<Figures = unknown> {
  /** Also the name of the result file. */
  readonly id: string;
  /** The question, in a few words, for the progress line. */
  readonly title: string;
  readonly protocol: { readonly en: string; readonly zh: string };
  /** The models it reads: its result is stale when the weights of one change. */
  readonly models: readonly ModelId[];
  /** Whether it reads captions with the lexicon, and is stale when that changes. */
  readonly captions?: true;
  /** Experiments whose results it combines; such a one costs nothing, and is made anew each time. */
  readonly from?: readonly string[];
  /** At least three where anything is trained. */
  readonly seeds: readonly number[];
  readonly schema: z.ZodMiniType<ResultHeader & { figures: Figures }>;
  /** Leaves no tensor behind. */
  measure(setup: Setup): Measured<Figures> | Promise<Measured<Figures>>;
}
