/** How long the rest will take: each stage by its last time, or else by the plan and how this machine compares with it. */
import type { Reproduction } from '../../src/results/reproduce';
import type { Stage } from './stages';

/** Finished stages that the machine's speed is judged by; with none, the plan is believed. */
function pace(stages: readonly Stage[], { stages: records }: Reproduction): number {
  let [planned, spent] = [0, 0];
  for (const { name, minutes } of stages) {
    const record = records[name];
    if (record?.outputs === undefined) continue;
    planned += 60 * minutes;
    spent += record.seconds;
  }
  return planned > 0 ? spent / planned : 1;
}

/**
 * Seconds from now to the end.
 * @param remaining the stage under way, then those after it
 * @param spent seconds of the stage under way, earlier sittings included
 * @param done share of it that is done, where that is known
 */
export function secondsLeft(
  stages: readonly Stage[],
  remaining: readonly Stage[],
  record: Reproduction,
  spent: number,
  done: number | undefined,
): number {
  const factor = pace(stages, record);
  return remaining.reduce((sum, { minutes }, i) => {
    const planned = 60 * minutes * factor;
    if (i > 0) return sum + planned;
    return sum + (done ? (spent / done) * (1 - done) : Math.max(0, planned - spent));
  }, 0);
}

/** “45 s”, “12 min”, “3 h 5 min”. */
export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
