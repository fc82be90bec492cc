/** Colours of codebook entries: one each, near for near entries, readable. */
import { expect, test } from 'vitest';
import { codeColours } from '../../../src/ui/code-colours';

const lightness = (fill: string) => Number(/^oklch\(([\d.]+)/.exec(fill)?.[1]);

test('every vector gets a colour, the same each time', () => {
  const vectors = Float32Array.from({ length: 16 * 8 }, (_, i) => Math.sin(i * i));
  expect(codeColours(vectors, 8)).toHaveLength(16);
  expect(codeColours(vectors, 8)).toEqual(codeColours(vectors, 8));
});

test('the two entries of the smallest codebook differ in lightness', () => {
  const [first, second] = codeColours(Float32Array.from([1, 0, 0, 0, 0, 1, 0, 0]), 4);
  expect(Math.abs(lightness(first!.fill) - lightness(second!.fill))).toBeGreaterThan(0.2);
});

test('entries in order along a line are in order of lightness', () => {
  const line = Float32Array.from([0, 0, 1, 2, 2, 4, 3, 6, 4, 8]);
  const values = codeColours(line, 2).map(({ fill }) => lightness(fill));
  expect(values).toEqual([...values].sort((a, b) => a - b));
});

test('equal vectors give equal, finite colours', () => {
  const [first, second] = codeColours(new Float32Array(8).fill(0.5), 4);
  expect(first).toEqual(second);
  expect(first!.fill).not.toContain('NaN');
});

test('text on a colour is dark on light ones and white on dark ones', () => {
  const colours = codeColours(
    Float32Array.from({ length: 64 }, (_, i) => i),
    1,
  );
  for (const { fill, text } of colours) expect(text === '#fff').toBe(lightness(fill) < 0.62);
});
