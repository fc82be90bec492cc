/** The page's colours keep WCAG AA: 4.5:1 for text, 3:1 for edges that tell controls apart, in light and dark. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync('src/ui/tokens.css', 'utf8');
const [ordinary = '', more = ''] = sheet.split('@media (prefers-contrast: more)');

type Scheme = 'light' | 'dark';

/** Custom properties set to a pair of colours. */
function coloursIn(css: string, scheme: Scheme): Map<string, string> {
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, scheme === 'light' ? light : dark]));
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = [
  ['ink', 'paper'],
  ['ink', 'sunk'],
  ['ink', 'raised'],
  ['ink', 'und-soft'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'raised'],
  ['und', 'paper'],
  ['gen', 'paper'],
  ['holds', 'paper'],
  ['holds', 'raised'],
  ['imprecise', 'paper'],
  ['imprecise', 'raised'],
  ['alert', 'paper'],
  ['ink', 'lit'],
] as const;
const EDGES = [
  ['edge', 'paper'],
  ['focus', 'paper'],
  ['alert', 'raised'],
] as const;

for (const scheme of ['light', 'dark'] as const)
  for (const [contrast, css] of [
    ['ordinary', ordinary],
    ['more', more],
  ] as const) {
    const colours = new Map([...coloursIn(ordinary, scheme), ...coloursIn(css, scheme)]);
    const of = (name: string) => colours.get(name) ?? expect.unreachable(`no colour ${name}`);
    test.each(TEXT)(`${scheme}, ${contrast} contrast: %s on %s`, (front, back) => {
      expect(ratio(of(front), of(back))).toBeGreaterThanOrEqual(contrast === 'more' ? 7 : 4.5);
    });
    test.each(EDGES)(`${scheme}, ${contrast} contrast: edge %s on %s`, (front, back) => {
      expect(ratio(of(front), of(back))).toBeGreaterThanOrEqual(3);
    });
  }
