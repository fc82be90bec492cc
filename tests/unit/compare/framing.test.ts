/** Framing an own image: the square stays inside, keeps its middle, and moves the way it is dragged. */
import { expect, test } from 'vitest';
import { firstFraming, pan, turn, zoomLimit, zoomOf, zoomTo } from '../../../src/labs/compare/framing';

const wide = { width: 1000, height: 400 };

test('begins with the largest centred square', () => {
  expect(firstFraming(wide).crop).toEqual({ x: 300, y: 0, size: 400 });
  expect(zoomOf(firstFraming(wide), wide)).toBe(1);
});

test('zooming keeps the middle and stays between 1 and the limit', () => {
  const zoomed = zoomTo(firstFraming(wide), 2, wide);
  expect(zoomed.crop).toEqual({ x: 400, y: 100, size: 200 });
  expect(zoomTo(zoomed, 0.1, wide).crop.size).toBe(400);
  expect(zoomOf(zoomTo(zoomed, 1000, wide), wide)).toBe(zoomLimit(wide));
});

test('a picture too small to enlarge is not enlarged', () => {
  const dot = { width: 1, height: 1 };
  expect(zoomLimit(dot)).toBe(1);
  expect(zoomTo(firstFraming(dot), 4, dot).crop).toEqual({ x: 0, y: 0, size: 1 });
});

test('dragging right shows what is to the left, and stops at the edge', () => {
  const framing = firstFraming(wide);
  expect(pan(framing, 0.25, 0, wide).crop.x).toBe(200);
  expect(pan(framing, 5, 3, wide).crop).toEqual({ x: 0, y: 0, size: 400 });
  expect(pan(framing, -5, -3, wide).crop).toEqual({ x: 600, y: 0, size: 400 });
});

test.each([
  // After a clockwise quarter turn the source's left is on top, so dragging down moves along x.
  [1, 0, 0.25, { x: 200, y: 100 }],
  [2, 0.25, 0, { x: 400, y: 100 }],
  [3, 0, 0.25, { x: 400, y: 100 }],
] as const)('after %i quarter turns a drag by (%f, %f) moves as it looks', (turns, right, down, expected) => {
  let framing = zoomTo(firstFraming(wide), 2, wide);
  framing = { ...framing, crop: { ...framing.crop, x: 300 } };
  for (let i = 0; i < turns; i++) framing = turn(framing, 1);
  const { x, y } = pan(framing, right * 2, down * 2, wide).crop;
  expect({ x, y }).toEqual(expected);
});

test('turning goes round in both directions', () => {
  const framing = firstFraming(wide);
  expect(turn(framing, -1).quarterTurns).toBe(3);
  expect(turn(turn(turn(turn(framing, 1), 1), 1), 1)).toEqual(framing);
});
