/** Draws emoji with a font of one colour, as fontsource packages it: in files that each hold some of the characters. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Font, openSync } from 'fontkit';
import type { CldrEmoji } from './emojibase';
import type { Drawing, Joined } from './join';
import { LeftOut } from './left-out';

const require = createRequire(import.meta.url);

const REGULAR = /-400-normal\.woff2$/;
/** Asks for the coloured form of a character; the font has but one. */
const VARIATION_SELECTOR = 0xfe0f;
const JOINER = 0x200d;
/** Letters of the flags of countries; a font of one colour draws the letters instead of the flag. */
const isFlagLetter = (point: number): boolean => point >= 0x1f1e6 && point <= 0x1f1ff;

/** A drawing of each emoji but countries' flags that the font draws with one glyph. */
export function fontDrawings(packageName: string, emojis: readonly CldrEmoji[]): Joined {
  const folder = path.join(path.dirname(require.resolve(`${packageName}/package.json`)), 'files');
  const files = readdirSync(folder).filter((name) => REGULAR.test(name));
  const fonts = files.sort().map((name) => {
    const font = openSync(path.join(folder, name)) as Font;
    return { font, characters: new Set(font.characterSet) };
  });
  const drawings = new Map<string, Drawing>();
  const leftOut = new LeftOut();
  for (const { hexcode, label } of emojis) {
    const points = hexcode
      .split('-')
      .map((unit) => Number.parseInt(unit, 16))
      .filter((point) => point !== VARIATION_SELECTOR);
    if (points.some(isFlagLetter)) {
      leftOut.add('a flag, for which the font shows letters', label.en);
      continue;
    }
    const holder = fonts.find(({ characters }) => points.every((point) => point === JOINER || characters.has(point)));
    const drawing = holder && glyphDrawing(holder.font, hexcode, points);
    if (drawing) drawings.set(hexcode, drawing);
    else leftOut.add('the font has no one glyph for it', label.en);
  }
  return { drawings, leftOut: leftOut.reasons };
}

/** Undefined where the characters do not make one glyph with an outline. */
function glyphDrawing(font: Font, name: string, points: readonly number[]): Drawing | undefined {
  const { glyphs } = font.layout(String.fromCodePoint(...points));
  const [glyph] = glyphs;
  if (glyphs.length !== 1 || !glyph || glyph.id === 0 || glyph.path.commands.length === 0) return undefined;
  const outline = glyph.path.toSVG();
  const view = `0 ${-font.ascent} ${glyph.advanceWidth} ${font.ascent - font.descent}`;
  return {
    kind: 'svg',
    name,
    mirrored: false,
    svg: (size) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${view}"><path transform="scale(1 -1)" d="${outline}"/></svg>`,
  };
}
