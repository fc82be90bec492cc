/** Dots and lines of the PNG's charts, and the legend that says what they stand for. */
import { PAPER, type Sheet, write } from '../shared/sheet';
import type { PictureParts } from './picture-parts';
import { setSize } from './rows';

export type Code = 'und' | 'gen';
export type DotLook = 'own' | 'set' | 'now';

const RADIUS = { own: 4, set: 3.5, now: 7 } as const;
const DASH = [5, 4];

export function drawDot({ context, inks }: Sheet, x: number, y: number, ink: Code | 'ink-soft', look: DotLook): void {
  const disc = (radius: number, fill: string) => {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
  };
  // The dot of what is looked at keeps others off.
  if (look === 'now') disc(RADIUS.now + 3, PAPER);
  disc(RADIUS[look], look === 'set' ? PAPER : inks[ink]);
  if (look !== 'set') return;
  context.strokeStyle = inks[ink];
  context.lineWidth = 1.5;
  context.stroke();
}

/** @param points on the sheet */
export function drawLine(
  { context, inks }: Sheet,
  points: readonly (readonly [x: number, y: number])[],
  ink: Code | 'ink-soft',
  look: 'own' | 'set',
): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.strokeStyle = inks[ink];
  context.lineWidth = look === 'own' ? 2.5 : 1.5;
  context.setLineDash(look === 'own' ? [] : DASH);
  context.stroke();
  context.setLineDash([]);
}

/** Room for a sample of a mark, and what is free after a text. */
const DOT = 16;
const LINE = 32;
const AFTER = 22;

/** What colours and marks stand for, in a line. */
export function drawLegend(
  sheet: Sheet,
  { rows, words: { t, number } }: PictureParts,
  x: number,
  y: number,
  isDrawn: boolean,
): void {
  const middle = y - 4.5;
  let left = x;
  const say = (text: string, room: number, ink: Code | 'ink-soft') => {
    left += room + write(sheet, text, left + room, y, { size: 13, ink }) + AFTER;
  };
  const code = (ink: Code, text: string) => {
    drawDot(sheet, left + 5, middle, ink, 'own');
    say(text, DOT, ink);
  };
  const mark = (look: 'own' | 'set', text: string) => {
    if (isDrawn)
      drawLine(
        sheet,
        [
          [left, middle],
          [left + LINE - 8, middle],
        ],
        'ink-soft',
        look,
      );
    else drawDot(sheet, left + 5, middle, 'ink-soft', look);
    say(text, isDrawn ? LINE : DOT, 'ink-soft');
  };
  code('und', t('cosineLine'));
  code('gen', t('tokensLine'));
  mark('own', t(isDrawn ? 'thisPicture' : 'thisPictureDots'));
  const size = setSize(rows);
  if (size !== null) mark('set', t(isDrawn ? 'evaluationSet' : 'evaluationSetDots', { count: number(size) }));
}
