/** How much of a codebook is in use, from how often each entry was chosen. */

/** How often each entry of a codebook was chosen, over some pictures. */
export interface Counts {
  readonly pictures: number;
  /** [K] */
  readonly counts: Uint32Array;
}

export const noCounts = (size: number): Counts => ({ pictures: 0, counts: new Uint32Array(size) });

/** The counts with more pictures' tokens. */
export function counted({ pictures, counts }: Counts, tokens: readonly Uint16Array[]): Counts {
  const sum = counts.slice();
  for (const each of tokens) for (const token of each) sum[token] = (sum[token] as number) + 1;
  return { pictures: pictures + tokens.length, counts: sum };
}

export interface Usage {
  readonly used: number;
  /** Entries that nothing chose. */
  readonly dead: number;
  /** exp of the entropy in nats: how many entries, used evenly, would say as much. 0 where nothing was counted. */
  readonly perplexity: number;
}

/** Entries with their counts and shares, the most frequent first; equals, as the dead ones, in order of their numbers. */
export function mostFrequent({ counts }: Counts): { readonly entry: number; readonly count: number; readonly share: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Array.from(counts, (count, entry) => ({ entry, count, share: total === 0 ? 0 : count / total })).sort(
    (a, b) => b.count - a.count || a.entry - b.entry,
  );
}

export function usageOf({ counts }: Counts): Usage {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const used = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const entropy = counts.reduce((sum, count) => (count > 0 ? sum - (count / total) * Math.log(count / total) : sum), 0);
  return { used, dead: counts.length - used, perplexity: total === 0 ? 0 : Math.exp(entropy) };
}
