/** What the literature measured, as data: one point a system, grouped by the paper that measured it. */
import * as z from 'zod/mini';
import { filled, positiveInt } from '../../checks';

/** What a score says. `lower` marks measures of distance, where less is better. */
export const SCORES = {
  pope: { kind: 'understanding', better: 'higher' },
  mmb: { kind: 'understanding', better: 'higher' },
  seed: { kind: 'understanding', better: 'higher' },
  mmmu: { kind: 'understanding', better: 'higher' },
  vqav2: { kind: 'understanding', better: 'higher' },
  gqa: { kind: 'understanding', better: 'higher' },
  mme: { kind: 'understanding', better: 'higher' },
  zeroShot: { kind: 'understanding', better: 'higher' },
  linearProbe: { kind: 'understanding', better: 'higher' },
  cider: { kind: 'understanding', better: 'higher' },
  textToImage: { kind: 'understanding', better: 'higher' },
  rfid: { kind: 'reconstruction', better: 'lower' },
  psnr: { kind: 'reconstruction', better: 'higher' },
  gfid: { kind: 'generation', better: 'lower' },
  cocoFid: { kind: 'generation', better: 'lower' },
  usage: { kind: 'codebook', better: 'higher' },
  speedup: { kind: 'training', better: 'higher' },
} as const;
export type ScoreName = keyof typeof SCORES;

const scoreName = z.enum(Object.keys(SCORES) as [ScoreName, ...ScoreName[]]);
const text = z.object({ zh: filled, en: filled });

const pointSchema = z.object({
  /** Unique within its paper. */
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: text,
  /** As printed in the paper; which pairs can be drawn follows from which are there. */
  scores: z.partialRecord(scoreName, z.number()),
  /** Those of its scores that the paper gives as about so much. */
  approximate: z.optional(z.array(scoreName)),
});
export type LiteraturePoint = z.infer<typeof pointSchema>;

/** Points of one paper, measured under one protocol: only they may be compared. */
const groupSchema = z.object({
  /** Id in the bibliography. */
  paper: z.string(),
  /** Where in it the figures are read from: a table, a figure, a section, the abstract. */
  at: filled,
  /** What was held equal, and what the group shows. */
  note: text,
  /** How many decimals the paper prints, where the last of all of them is a zero. */
  decimals: z.optional(z.partialRecord(scoreName, positiveInt)),
  points: z.array(pointSchema).check(z.minLength(1)),
});
export type LiteratureGroup = z.infer<typeof groupSchema>;

export const literatureSchema = z.object({ groups: z.array(groupSchema).check(z.minLength(1)) });
export type Literature = z.infer<typeof literatureSchema>;
