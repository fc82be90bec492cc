import { describe, expect, test } from 'vitest';
import { borneOut, excess } from '../../../src/article/predictions/bear-out';
import { PREDICTIONS } from '../../../src/article/predictions/predictions';

const rightOf = (id: string, values: Readonly<Record<string, number>>) =>
  PREDICTIONS.find((prediction) => prediction.id === id)?.right((figure) => values[figure]);

describe.each(PREDICTIONS)('prediction $id', ({ options, right, answer }) => {
  const ids = options.map(({ id }) => id);

  test('offers different options', () => {
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids).size).toBe(ids.length);
    for (const language of ['zh', 'en'] as const)
      expect(new Set(options.map(({ text }) => text[language])).size).toBe(ids.length);
  });

  test('has for every measurement an option that it bears out, and asks only for figures that its answer prints', () => {
    const asked: string[] = [];
    right((figure) => {
      asked.push(figure);
      return undefined;
    });
    expect(asked.filter((figure) => !answer.en.includes(`{{${figure}}}`))).toEqual([]);
    for (const slope of [-30, -3, -0.7, 0, 0.7, 3, 30]) {
      let figures = 0;
      const found = right(() => 40 + slope * figures++);
      expect(found.filter((id) => !ids.includes(id))).toEqual([]);
      if (asked.length > 0) expect(found).toHaveLength(1);
    }
  });
});

test('no question is asked twice', () => {
  expect(new Set(PREDICTIONS.map(({ id }) => id)).size).toBe(PREDICTIONS.length);
});

test('the figures decide, not the data', () => {
  const loss = (less: number) =>
    rightOf('compare', { 'summary:psnr.16.512.heldOut': 25, 'summary:psnr.16.16.heldOut': 25 - less });
  expect([loss(0.5), loss(2), loss(9)]).toEqual([['little'], ['some'], ['much']]);
  const find = (more: number) =>
    rightOf('find', { 'summary:retrieval.heldOutConcepts.r1': 40 + more, 'summary:retrieval.heldOutConcepts.pixels.r1': 40 });
  expect([find(-2), find(10), find(40)]).toEqual([['not'], ['some'], ['far']]);
  const swap = (vector: number, group: number) =>
    rightOf('swap', {
      'two-by-two:tokens.draw.psnr': 20,
      'two-by-two:pooled.draw.psnr': vector,
      'two-by-two:pooled.draw.group': group,
      'two-by-two:chance.draw.group': 20,
    });
  expect([swap(19.5, 60), swap(14, 60), swap(14, 22)]).toEqual([['same'], ['kind'], ['nothing']]);
});

test('while a figure is missing nothing is right', () => {
  expect(rightOf('compare', { 'summary:psnr.16.512.heldOut': 25 })).toEqual([]);
  expect(borneOut(undefined, [['a', 1]])).toEqual([]);
  expect(excess(1, undefined)).toBeUndefined();
});

test('the last option holds for all that is left', () => {
  expect(
    borneOut(7, [
      ['a', 1],
      ['b', 2],
    ]),
  ).toEqual(['b']);
});

test('the push decides where a lower temperature tells', () => {
  const push = (nearest: number, farthest: number) =>
    rightOf('loss', { 'temperature:nearest.ratio': nearest, 'temperature:farthest.ratio': farthest });
  expect([push(2.4, 0.9), push(1.5, 1.48), push(0.6, 1.3)]).toEqual([['near'], ['all'], ['far']]);
});

test('a flip decides by its share alone, a shift by the difference', () => {
  expect(rightOf('paint', { 'e8:flips.16.any.own': 71 })).toEqual(['most']);
  const shift = (embedding: number, tokens: number) =>
    rightOf('survives', { 'e7:shift.2.wayThere.embedding': embedding, 'e7:shift.2.wayThere.tokens16': tokens });
  expect([shift(10, 80), shift(40, 42), shift(60, 20)]).toEqual([['tokens'], ['alike'], ['embedding']]);
});
