import { expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { bitsPerImage, psnr, ssim } from '../../../src/model/metrics';

const rng = createRng('metrics');
const noise = Uint8Array.from({ length: 64 * 64 * 3 }, () => rng.int(256));

test('PSNR of a uniform error is 20 log10(255 / error)', () => {
  const a = new Uint8Array(300).fill(100);
  const b = new Uint8Array(300).fill(110);
  expect(psnr(a, b)).toBeCloseTo(20 * Math.log10(25.5), 10);
  expect(psnr(a, a)).toBe(Number.POSITIVE_INFINITY);
});

test('SSIM is 1 for equal pictures, near 0 for unrelated noise, and falls with noise', () => {
  const other = Uint8Array.from({ length: noise.length }, () => rng.int(256));
  const near = noise.map((value) => Math.max(0, Math.min(255, value + rng.int(41) - 20)));
  expect(ssim(noise, noise)).toBeCloseTo(1, 12);
  expect(Math.abs(ssim(noise, other))).toBeLessThan(0.1);
  expect(ssim(noise, near)).toBeGreaterThan(0.8);
  expect(ssim(noise, near)).toBeLessThan(1);
});

test('SSIM of two flat pictures is the luminance term', () => {
  const [a, b, c1] = [100, 120, (0.01 * 255) ** 2];
  const flat = (level: number) => new Uint8Array(64 * 64 * 3).fill(level);
  expect(ssim(flat(a), flat(b))).toBeCloseTo((2 * a * b + c1) / (a * a + b * b + c1), 6);
});

test('bits per image', () => {
  expect(bitsPerImage(16, 512, 8)).toBe(2304);
  expect(bitsPerImage(8, 2, 8)).toBe(64);
  expect(bitsPerImage(8, 'inf', 8)).toBe(64 * 8 * 32);
});
