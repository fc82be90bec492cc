/** What the text concludes from figures in words holds for the figures as they were measured. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFigure } from '../../../src/article/figures/read-figure';

const read = (file: string): unknown => JSON.parse(readFileSync(`public/${file}`, 'utf8'));

function value(id: string): number {
  const found = readFigure(id, read);
  if (found.state !== 'measured') throw new Error(`${id} is not measured`);
  return found.value;
}
const twoByTwo = (id: string) => value(`two-by-two:${id}`);

test('from the grid much more comes back than from the pooled vector', () => {
  expect(twoByTwo('grid.draw.psnr') - twoByTwo('pooled.draw.psnr')).toBeGreaterThan(3);
});

test('pooling loses far more than training', () => {
  const training = twoByTwo('random-grid.draw.psnr') - twoByTwo('grid.draw.psnr');
  expect(training).toBeGreaterThan(0.5);
  expect(twoByTwo('grid.draw.psnr') - twoByTwo('pooled.draw.psnr')).toBeGreaterThan(1.5 * training);
});

test('drawn from the vector, the kind is recognised no more often than by naming the most frequent one', () => {
  expect(twoByTwo('pooled.draw.group') - twoByTwo('chance.draw.group')).toBeLessThan(2);
});

test('nor than drawn from an untrained vector', () => {
  expect(twoByTwo('pooled.draw.group') - twoByTwo('random-pooled.draw.group')).toBeLessThan(2);
});

test('another artist’s drawing changes most of the tokens', () => {
  for (const grid of [16, 8]) expect(value(`e7:redraw.other-artist.distance.tokens${grid}`)).toBeGreaterThan(50);
});

test('noise, and a stretch covered, move the trained embedding further than an untrained one', () => {
  for (const change of ['noise.20', 'occlude.24'])
    expect(value(`e7:${change}.wayThere.embedding`)).toBeGreaterThan(2 * value(`e7:${change}.wayThere.untrained`));
});
