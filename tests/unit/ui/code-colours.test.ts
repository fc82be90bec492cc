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

/** Relative luminance by way of linear sRGB, out of whose range colours are cut (CSS Color 4). */
function luminance(fill: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = (/^oklch\((.*)\)$/.exec(fill)?.[1] ?? '').split(' ').map(Number);
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number) => Math.max(0, Math.min(1, value));
  const red = cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('text on a colour stands out from it', () => {
  const colours = codeColours(
    Float32Array.from({ length: 1024 * 4 }, (_, i) => Math.sin(i * i)),
    4,
  );
  expect(new Set(colours.map(({ text }) => text))).toEqual(new Set(['#000', '#fff']));
  for (const { fill, text } of colours) {
    const back = luminance(fill);
    expect(text === '#000' ? (back + 0.05) / 0.05 : 1.05 / (back + 0.05), fill).toBeGreaterThanOrEqual(4.5);
  }
});
