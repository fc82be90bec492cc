/** What the brush, the stamp and the buttons do to a grid of tokens. */
import { expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import {
  cellsBetween,
  changedCells,
  copy,
  flip,
  paint,
  paste,
  regionOf,
  shuffle,
  swapHalves,
} from '../../../src/labs/paint/edits';
import { amend, begin, redo, step, undo } from '../../../src/labs/paint/history';
import { spreadOf } from '../../../src/labs/paint/locality';
import { isCanvas, pack, packCanvas, unpack, unpackCanvas } from '../../../src/labs/paint/packing';

const GRID = 4;
const counted = Uint16Array.from({ length: GRID * GRID }, (_, i) => i);

test('painting changes the cells and nothing else, and not the tokens it was given', () => {
  const painted = paint(counted, [3, 9], 99);
  expect(changedCells(counted, painted)).toEqual([3, 9]);
  expect([painted[3], painted[9]]).toEqual([99, 99]);
  expect(counted[3]).toBe(3);
});

test('a fast stroke leaves no gaps', () => {
  expect(cellsBetween(0, 3, GRID)).toEqual([0, 1, 2, 3]);
  expect(cellsBetween(0, 15, GRID)).toEqual([0, 5, 10, 15]);
  expect(cellsBetween(12, 12, GRID)).toEqual([12]);
});

test('a region is copied whichever corner came first, and laid down cut at the edge', () => {
  const region = regionOf(9, 4, GRID);
  expect(region).toEqual({ left: 0, top: 1, right: 1, bottom: 2 });
  const patch = copy(counted, region, GRID);
  expect([...patch.tokens]).toEqual([4, 5, 8, 9]);
  const pasted = paste(counted, patch, 11, GRID);
  expect(changedCells(counted, pasted)).toEqual([11, 15]);
  expect([pasted[11], pasted[15]]).toEqual([4, 8]);
});

test('two images exchange a half, and a second exchange brings both back', () => {
  const canvas = { tokens: counted, other: counted.map((token) => token + 100) };
  const swapped = swapHalves(canvas, 'left', GRID);
  expect([...swapped.tokens].slice(0, 4)).toEqual([100, 101, 2, 3]);
  expect([...swapped.other].slice(0, 4)).toEqual([0, 1, 102, 103]);
  expect(changedCells(counted, swapHalves(canvas, 'top', GRID).tokens)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(swapHalves(swapped, 'left', GRID)).toEqual(canvas);
});

test('a shuffle keeps the tokens and moves them; the same seed, the same way', () => {
  const shuffled = shuffle(counted, createRng('a'));
  expect([...shuffled].sort((a, b) => a - b)).toEqual([...counted]);
  expect([...shuffled]).not.toEqual([...counted]);
  expect(shuffle(counted, createRng('a'))).toEqual(shuffled);
});

test('a flip always gives another entry of the codebook', () => {
  const rng = createRng('flip');
  const seen = new Set(Array.from({ length: 100 }, () => flip(Uint16Array.of(2), 0, 4, rng)[0]));
  expect([...seen].sort()).toEqual([0, 1, 3]);
});

test('steps go back and forth; a new one forgets what was taken back', () => {
  const history = amend(step(step(begin('a'), 'b'), 'c'), 'C');
  expect(undo(history).present).toBe('b');
  expect(redo(undo(history))).toEqual(history);
  expect(undo(undo(undo(history))).present).toBe('a');
  expect(redo(step(undo(history), 'd')).present).toBe('d');
});

test('the share inside the cells is of the squared change', () => {
  const before = new Uint8Array(8 * 8 * 3);
  const after = before.slice();
  const put = (x: number, y: number, level: number) => after.fill(level, (y * 8 + x) * 3, (y * 8 + x) * 3 + 3);
  put(0, 0, 30);
  put(1, 1, 30);
  put(7, 7, 20);
  put(6, 7, 1);
  const spread = spreadOf(before, after, [0], GRID);
  expect(spread.inside).toBeCloseTo(1800 / 2201, 6);
  expect(spread.area).toBeCloseTo(3 / 64, 6);
  expect(spreadOf(before, before, [0], GRID).inside).toBeNull();
});

test.each([2, 4, 128, 1024])('tokens of a codebook of %i come back from the address', (codebook) => {
  const rng = createRng(`pack ${codebook}`);
  const tokens = Uint16Array.from({ length: 256 }, () => rng.int(codebook));
  const text = pack(tokens, codebook);
  expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(text.length).toBeLessThanOrEqual(430);
  expect(unpack(text, 256, codebook)).toEqual(tokens);
  expect(unpack(text.slice(1), 256, codebook)).toBeNull();
});

test('a text that is no code of this grid and codebook is refused', () => {
  const text = pack(counted, 16);
  expect(unpack(text, 16, 32)).toBeNull();
  expect(unpack(text, 64, 16)).toBeNull();
  expect(unpack(`${text.slice(0, -1)}!`, 16, 16)).toBeNull();
});

test('the other image is packed only where it has been changed', () => {
  const ground = { tokens: counted, other: counted.slice().reverse() };
  const painted = { ...ground, tokens: paint(counted, [0], 9) };
  expect(packCanvas(painted, ground, 16)).toBe(pack(painted.tokens, 16));
  expect(unpackCanvas(packCanvas(painted, ground, 16), ground, 16)).toEqual(painted);
  const swapped = swapHalves(painted, 'left', GRID);
  expect(unpackCanvas(packCanvas(swapped, ground, 16), ground, 16)).toEqual(swapped);
  expect(unpackCanvas(`${packCanvas(swapped, ground, 16)}A`, ground, 16)).toBeNull();
  for (const canvas of [painted, swapped]) expect(isCanvas(packCanvas(canvas, ground, 16), 16, 16)).toBe(true);
  expect(isCanvas(packCanvas(swapped, ground, 16), 16, 32)).toBe(false);
});
