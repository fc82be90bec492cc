import { describe, expect, it } from 'vitest';
import { startWorkers } from '../../../training/runtime/pool';
import type { FixtureData } from './rank-fixture';

const entry = new URL('./rank-fixture.ts', import.meta.url);

interface Report {
  values: Float32Array;
  gathered: Float32Array[];
}

function start(size: number, data: FixtureData, onMessage?: (message: unknown, rank: number) => void) {
  return startWorkers({ entry, size, data, ...(onMessage ? { onMessage } : {}) });
}

describe('a pool of workers', () => {
  it.each([1, 2, 3])('gives %i ranks the same bits of the mean, and every array by rank', async (size) => {
    const length = 1001;
    const reports: Report[] = [];
    await start(size, { mode: 'reduce', length }, (message, rank) => {
      reports[rank] = message as Report;
    }).done;
    expect(reports).toHaveLength(size);
    const expected = Float32Array.from({ length }, (_, i) => {
      let sum = 0;
      for (let rank = 0; rank < size; rank++) sum += Math.fround(Math.sin(i * 12.9898 + rank * 78.233));
      return sum / size;
    });
    for (const { values, gathered } of reports) {
      expect(Buffer.from(values.buffer).equals(Buffer.from((reports[0] as Report).values.buffer))).toBe(true);
      for (let i = 0; i < length; i++) expect(values[i]).toBeCloseTo(expected[i] as number, 6);
      expect(gathered).toHaveLength(size);
      for (const [rank, array] of gathered.entries()) expect(array[7]).toBe(Math.fround(Math.sin(7 * 12.9898 + rank * 78.233)));
    }
  });

  it.each([
    ['fail', 'rank 1 broke'],
    ['exit', 'worker 1 ended with code 3'],
  ] as const)('reports the cause when a rank is lost (%s), and nobody hangs', async (mode, message) => {
    await expect(start(3, { mode, length: 10 }).done).rejects.toThrow(message);
  });

  it('stops all ranks at the same step', async () => {
    const steps: number[] = [];
    const pool = start(2, { mode: 'until-stopped', length: 0 }, (message) => {
      if (message === 'started') pool.stop();
      else steps.push(message as number);
    });
    await pool.done;
    expect(steps).toHaveLength(2);
    expect(steps[0]).toBe(steps[1]);
  });
});
