/** Scores of all workers in a few numbers. */
import * as z from 'zod/mini';
import { recallAt } from '../evaluate/recall';
import { mean } from '../evaluate/statistics';
import type { Scores, Source } from './measure';
import type { Judgement, Likeness } from './score';

const likenessSchema = z.object({ psnr: z.number(), ssim: z.number() });
const judgedSchema = z.object({ group: z.number(), conceptR1: z.number(), conceptR5: z.number() });
export type Judged = z.infer<typeof judgedSchema>;

/** Means over all pictures of a set; the judgement in percent. */
export const summarySchema = z.object({
  source: z.string(),
  set: z.enum(['heldOut', 'photos']),
  stored: z.boolean(),
  likeness: likenessSchema,
  judged: z.optional(judgedSchema),
  /** Where the code has cells: mean share of a change that stays in its cell, and PSNR with the cells in another order. */
  locality: z.optional(z.object({ own: z.number(), shuffled: z.number() })),
});
export type Summary = z.infer<typeof summarySchema>;

export const judgedSummarySchema = judgedSchema;

/** Judgements of all workers, in the order of the workers, so that sums are the same each time. */
export function summariseJudgements(parts: readonly Judgement[]): Judged {
  const [group, ranks] = [parts.flatMap((part) => part.group), parts.flatMap((part) => part.ranks)];
  return { group: 100 * mean(group), conceptR1: recallAt(1, ranks), conceptR5: recallAt(5, ranks) };
}

const summariseLikeness = (parts: readonly Likeness[]): Summary['likeness'] => ({
  psnr: mean(parts.flatMap((part) => part.psnr)),
  ssim: mean(parts.flatMap((part) => part.ssim)),
});

/** @param byRank what each worker measured: the same sources in the same order */
export function summarise(byRank: readonly (readonly Scores[])[]): Summary[] {
  return (byRank[0] ?? []).map(({ source, set, stored }, i) => {
    const parts = byRank.map((scores) => scores[i] as Scores);
    const judgements = parts.flatMap(({ judgement }) => judgement ?? []);
    const localities = parts.flatMap(({ locality }) => locality ?? []);
    return {
      source,
      set,
      stored,
      likeness: summariseLikeness(parts.map(({ likeness }) => likeness)),
      ...(judgements.length > 0 && { judged: summariseJudgements(judgements) }),
      ...(localities.length > 0 && {
        locality: {
          own: mean(localities.flatMap(({ own }) => own)),
          shuffled: mean(localities.flatMap(({ shuffled }) => shuffled)),
        },
      }),
    };
  });
}

/** Throws where it was not measured. */
export function summaryOf(summaries: readonly Summary[], source: Source, set: Summary['set'], stored = false): Summary {
  const found = summaries.find((summary) => summary.source === source && summary.set === set && summary.stored === stored);
  if (!found) throw new Error(`${source} was not measured on ${set}`);
  return found;
}
