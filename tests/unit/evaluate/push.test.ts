/** The push of the softmax loss, against the lab's own derivative and against the loss itself. */
import { expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { softmaxSide } from '../../../src/labs/loss/losses';
import { pushesOf } from '../../../training/experiments/temperature/push';

const SIZE = 5;
const rng = createRng(7);
const cosines = Array.from({ length: SIZE }, () => Array.from({ length: SIZE }, () => 2 * rng.next() - 1));

test.each([0.05, 0.1, 1])('is the derivative that the lab shows, at a temperature of %d', (temperature) => {
  const positives = Uint8Array.from({ length: SIZE * SIZE }, (_, cell) => Number(cell % (SIZE + 1) === 0));
  const batch = { size: SIZE, cosines: Float64Array.from(cosines.flat()), positives };
  const { gradient } = softmaxSide(batch, { scale: 1 / temperature, bias: 0 });
  const expected = [...gradient].filter((_, cell) => !positives[cell]);
  const pushes = pushesOf(cosines, temperature);
  expect(pushes.map(({ cosine }) => cosine)).toEqual(cosines.flatMap((row, i) => row.filter((_, j) => j !== i)));
  pushes.forEach(({ push }, i) => expect(push).toBeCloseTo(expected[i] as number, 10));
});

test('is what the loss grows by', () => {
  const temperature = 0.3;
  const lossOf = (rows: number[][]): number => {
    const cross = (line: number[], at: number) =>
      Math.log(line.reduce((sum, value) => sum + Math.exp(value / temperature), 0)) - (line[at] as number) / temperature;
    const columns = rows.map((_, j) => rows.map((row) => row[j] as number));
    return [...rows, ...columns].reduce((sum, line, k) => sum + cross(line, k % SIZE), 0) / (2 * SIZE);
  };
  const step = 1e-6;
  const nudged = cosines.map((row, i) => row.map((value, j) => (i === 0 && j === 1 ? value + step : value)));
  const [first] = pushesOf(cosines, temperature);
  expect(first?.push).toBeCloseTo((lossOf(nudged) - lossOf(cosines)) / step, 4);
});

test('at a lower temperature gathers on what is most like a match', () => {
  const shareOfNearest = (temperature: number) => {
    const pushes = pushesOf(cosines, temperature);
    const total = pushes.reduce((sum, { push }) => sum + push, 0);
    return Math.max(...pushes.map(({ push }) => push)) / total;
  };
  expect(shareOfNearest(0.05)).toBeGreaterThan(shareOfNearest(0.5));
});
