/** Times contenders in turn, round by round, so that a busy moment of the machine weighs on all of them. */

/** Something timed: from numbers in to numbers out. */
export type Contender = () => Promise<Float32Array>;

/** Rounds that do not count: binaries are first compiled quickly, then well. */
const WARM_UP = 5;

/** Milliseconds of each contender, one entry a round. */
export async function contest<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Record<Name, number[]>> {
  const entries = Object.entries(contenders) as [Name, Contender][];
  const times = Object.fromEntries(entries.map(([name]) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -WARM_UP; round < rounds; round++)
    for (const [name, run] of entries) {
      const start = performance.now();
      await run();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  return times;
}

export const largestDifference = (a: Float32Array, b: Float32Array): number => {
  if (a.length !== b.length) throw new Error(`${a.length} numbers against ${b.length}`);
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] as number))), 0);
};
