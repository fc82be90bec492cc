import { describe, expect, test } from 'vitest';
import { cellMeans } from '../../../src/model/cell-means';
import { readTokens } from '../../../src/model/gallery';

describe('cellMeans', () => {
  test('averages each cell and each colour by itself', () => {
    const pixels = new Uint8Array(64 * 64 * 3);
    for (let y = 0; y < 64; y++)
      for (let x = 0; x < 64; x++)
        pixels.set([x < 32 ? 200 : 0, y < 32 ? 100 : 0, (x + y) % 2 === 0 ? 255 : 0], (y * 64 + x) * 3);
    expect(Array.from(cellMeans(pixels, 2))).toEqual([200, 100, 128, 0, 100, 128, 200, 0, 128, 0, 0, 128]);
  });

  test('at full size is the picture', () => {
    const pixels = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * 7) % 256);
    expect(cellMeans(pixels, 64)).toEqual(pixels);
  });
});

describe('readTokens', () => {
  const bytesOf = (tokens: readonly number[]) => new Uint8Array(Uint16Array.from(tokens).buffer);

  test('gives back what was written', () => {
    const tokens = Array.from({ length: 2 * 64 }, (_, i) => (i * 37) % 512);
    expect(Array.from(readTokens(bytesOf(tokens), 2, 8))).toEqual(tokens);
  });

  test('refuses a wrong count and a token without an entry', () => {
    expect(() => readTokens(bytesOf([1, 2, 3]), 1, 8)).toThrow(/3 tokens for 1 drawings at 8×8/);
    const tokens = Array.from({ length: 64 }, (_, i) => (i === 9 ? 512 : 0));
    expect(() => readTokens(bytesOf(tokens), 1, 8)).toThrow(/token 512 in a codebook of 512/);
  });
});
