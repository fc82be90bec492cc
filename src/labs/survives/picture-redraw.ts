/** In the PNG: what is left of each code when somebody else draws the same thing, a line each artist, with its axis. */
import { drawPixels, drawRule, MARGIN, type Sheet, write } from '../shared/sheet';
import { cosineLeft, tokensLeft } from './curves';
import { type Code, type DotLook, drawDot } from './picture-marks';
import type { PictureParts } from './picture-parts';
import { RULES } from './plot';
import { redrawRows } from './rows';

const ROW = 28;
/** Room for the names, and for the axis below. */
const NAMES = 260;
const AXIS = 48;
/** The track ends before the sheet does, so that a dot at 1 is whole. */
const INSET = 12;
const THUMB = 22;

const rowsFor = ({ rows, artists }: PictureParts) => redrawRows(rows, artists);

export const redrawHeight = (parts: PictureParts): number => rowsFor(parts).length * ROW + AXIS;

export function drawRedraws(sheet: Sheet, parts: PictureParts, top: number, width: number): void {
  const { context, inks } = sheet;
  const { shown, words } = parts;
  const [left, wide] = [MARGIN + NAMES, width - NAMES - INSET];
  const all = rowsFor(parts);
  const bottom = top + all.length * ROW;
  const rowTop = (row: number) => top + row * ROW;
  const now = all.findIndex(({ strength }) => strength === shown.level);
  if (now >= 0) drawRule(sheet, MARGIN, rowTop(now), width, 'sunk', ROW);
  for (const rest of RULES) {
    context.fillStyle = inks.rule;
    context.fillRect(left + rest * wide - 0.5, top, 1, bottom - top);
    write(sheet, words.number(rest, 2), left + rest * wide, bottom + 18, { size: 13, ink: 'ink-soft', align: 'center' });
  }
  write(sheet, words.t('left'), left + wide / 2, bottom + 42, { size: 13, ink: 'ink-soft', align: 'center' });

  all.forEach(({ strength, own, set }, row) => {
    const middle = rowTop(row) + ROW / 2;
    const isNow = row === now;
    const dot = (code: Code, rest: number | null, look: DotLook) => {
      if (rest !== null) drawDot(sheet, left + rest * wide, middle, code, look);
    };
    if (strength === 'unrelated') {
      drawRule(sheet, MARGIN, rowTop(row), width, 'edge');
      drawPixels(sheet, shown.baseline.unrelated.image.data, left - THUMB - 20, middle - THUMB / 2, THUMB);
    }
    drawRule(sheet, left, middle - 0.5, wide);
    write(sheet, words.rowName(strength), MARGIN + 8, middle + 5, { isStrong: isNow, within: NAMES - 28 });
    dot('und', set ? cosineLeft(set.cosine.mean) : null, 'set');
    dot('gen', set ? 1 - set.tokensChanged.mean : null, 'set');
    dot('und', own ? cosineLeft(own.cosine) : null, isNow ? 'now' : 'own');
    dot('gen', own ? tokensLeft(own) : null, isNow ? 'now' : 'own');
  });
}
