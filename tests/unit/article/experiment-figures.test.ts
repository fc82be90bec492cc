import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIGURES } from '../../../src/article/figures/figures';
import { readFigure } from '../../../src/article/figures/read-figure';
import { POOLINGS } from '../../../src/results/e2';
import { DRAWN_CODES } from '../../../src/results/e3';
import { CHANGES } from '../../../src/results/e7';

const published = (file: string): unknown =>
  existsSync(`public/${file}`) ? JSON.parse(readFileSync(`public/${file}`, 'utf8')) : undefined;

test('every figure is where its id says, in each file that has been written', () => {
  const lost = [...FIGURES.keys()].flatMap((id) => {
    const found = readFigure(id, published);
    return found.state === 'unknown' ? [found.complaint] : [];
  });
  expect(lost).toEqual([]);
});

test('ids name codes, poolings and changes that the experiments know', () => {
  const steps = [...FIGURES.values()].flatMap(({ places }) => places.flatMap(({ path }) => path));
  const named = (key: string) => steps.flatMap((step) => (typeof step === 'object' && key in step ? [String(step[key])] : []));
  for (const [key, known] of Object.entries({ code: DRAWN_CODES, pooling: POOLINGS, change: CHANGES })) {
    expect(named(key).length).toBeGreaterThan(0);
    expect(named(key).filter((name) => !(known as readonly string[]).includes(name))).toEqual([]);
  }
});

describe('figures in lists', () => {
  const codes = [
    { code: 'grid', draw: { psnr: { mean: 18.25, sd: 0, values: [] } }, tell: [] },
    { code: 'pooled', draw: { psnr: { mean: 14.5, sd: 0, values: [] } }, tell: [{ pooling: 'pooled', group: { mean: 61 } }] },
  ];
  const read = (name: string) => (name === 'results/two-by-two.json' ? { figures: { codes } } : undefined);

  test('are those of the item that the id names', () => {
    expect(readFigure('two-by-two:pooled.draw.psnr', read)).toMatchObject({ state: 'measured', value: 14.5 });
    expect(readFigure('two-by-two:pooled.tell.pooled.group', read)).toMatchObject({ state: 'measured', value: 61 });
  });

  test('are found by several properties, numbers among them, and scaled', () => {
    const flips = [8, 16].map((grid) => ({ grid, by: 'any', pixels: { own: { mean: grid / 20 }, even: 0.1 } }));
    const figure = readFigure('e8:flips.16.any.own', () => ({ figures: { flips } }));
    expect(figure).toMatchObject({ state: 'measured', value: 80 });
  });

  test('are an error where the file lists no such item, and not measured where there is no file', () => {
    expect(readFigure('two-by-two:tokens.draw.psnr', read)).toEqual({
      state: 'unknown',
      complaint: 'results/two-by-two.json has no number at codes → tokens → draw → psnr',
    });
    expect(readFigure('two-by-two:tokens.draw.psnr', () => undefined)).toEqual({ state: 'not-measured' });
  });
});
