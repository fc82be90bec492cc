/** What every result file says beside its figures: by which protocol, from which weights and pictures, with which seeds, when. */
import * as z from 'zod/mini';
import { count, filled, nonnegative, positiveInt, sha256 } from '../checks';

/** SHA-256 of weight files by `<model>/<group>`. */
export type WeightHashes = Readonly<Record<string, string>>;

const headSchema = {
  format: z.literal(1),
  command: filled,
  date: z.iso.date(),
  /** Made from a handful of pictures, to try the machinery; its figures mean nothing. */
  smoke: z.boolean(),
  protocol: z.object({ en: filled, zh: filled }),
  seeds: z.array(z.int()).check(z.minLength(1)),
  weights: z.record(z.string(), sha256),
  /** `rest` is of names, lists and photographs; older results do not tell it. */
  data: z.object({ renderings: sha256, split: sha256, rest: z.optional(sha256) }),
  /** Concepts in each split, and how they were dealt. */
  splits: z.object({ seed: z.int(), unseenArtist: filled, train: count, validation: count, test: count }),
  /** How many pictures, queries, patches, … the figures rest on. */
  sizes: z.record(z.string(), count),
};

/** Any result, its figures unread. */
export const headerSchema = z.object({ ...headSchema, experiment: filled });
export type ResultHeader = z.infer<typeof headerSchema>;

/** The schema of one experiment's result file. */
export const resultSchema = <Id extends string, Figures extends z.ZodMiniType>(experiment: Id, figures: Figures) =>
  z.strictObject({ ...headSchema, experiment: z.literal(experiment), figures });

/** A figure measured once for each seed: its mean, its standard deviation (n − 1), and the values. */
export const spreadSchema = z.object({ mean: z.number(), sd: nonnegative, values: z.array(z.number()).check(z.minLength(3)) });
export type Spread = z.infer<typeof spreadSchema>;

/** A figure averaged over pictures: the mean and the standard deviation between them. */
export const averageSchema = z.object({ mean: z.number(), sd: nonnegative, n: positiveInt });
export type Average = z.infer<typeof averageSchema>;
