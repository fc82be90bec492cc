/**
 * The colour of understanding and that of generation stay apart for readers who see fewer colours: as text and lines, and as fills.
 * Simulated after Machado, Oliveira and Fernandes 2009, at full severity; compared as CIE 1976 colours.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const SIGHT: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Linear sRGB to CIE XYZ over the white point, D65. */
const TO_XYZ: Matrix = [
  [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
  [0.2126, 0.7152, 0.0722],
  [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
];

const times = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const [a, b, c] = matrix.map(([p, q, r]) => p * x + q * y + r * z);
  return [a ?? 0, b ?? 0, c ?? 0];
};

function linear(colour: string): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

/** L*, a*, b* of a colour as seen. */
function lab(colour: string, sight: Matrix): Triple {
  const seen = times(sight, linear(colour)).map((part) => Math.min(1, Math.max(0, part)));
  const [x = 0, y = 0, z = 0] = times(TO_XYZ, [seen[0] ?? 0, seen[1] ?? 0, seen[2] ?? 0]).map((part) =>
    part > (6 / 29) ** 3 ? Math.cbrt(part) : part / (3 * (6 / 29) ** 2) + 4 / 29,
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const sheet = readFileSync('src/ui/tokens.css', 'utf8');
const pairOf = (name: string) =>
  new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(sheet)?.slice(1) ?? [];

/** Text and lines have to differ at a glance, fills beside each other visibly. */
const LEAST = [
  ['und', 'gen', 25],
  ['und-soft', 'gen-soft', 8],
] as const;

for (const [name, sight] of Object.entries(SIGHT))
  for (const [i, scheme] of ['light', 'dark'].entries())
    test.each(LEAST)(`${name}, ${scheme}: %s beside %s`, (one, other, least) => {
      const [a, b] = [pairOf(one)[i], pairOf(other)[i]];
      expect(distance(lab(a ?? '', sight), lab(b ?? '', sight))).toBeGreaterThan(least);
    });
