/** In the PNG: what is left of each code as a change grows, with its axes. */
import { drawPixels, MARGIN, type Sheet, write } from '../shared/sheet';
import { placeOf } from './curves';
import { type GradedChange, LEVELS } from './levels';
import { drawDot, drawLine } from './picture-marks';
import type { PictureParts } from './picture-parts';
import { BORDER, END, RULES, type Series, SLIDER_SHARE, seriesOf } from './plot';

/** Room for the values of the axis, above them its name, and below the plot the strengths and theirs. */
const VALUES = 44;
const NAME = 44;
const PLOT = 260;
const BELOW = 64;
const THUMB = 32;

export const CHART_HEIGHT = NAME + PLOT + BELOW;

/** Steps of the slider that the axis names, as shares of its length. */
const TICKS = [0, 0.25, 0.5, 0.75, 1];
/** How far a line's name stands from its dot, beside it and with its letters' feet above or below it; and from another name. */
const BESIDE = 12;
const ABOVE = -12;
const UNDER = 22;
const APART = 20;

const SOFT = { size: 13, ink: 'ink-soft' } as const;

interface Frame {
  readonly left: number;
  readonly bottom: number;
  /** Where a share of the width, and a share that is left, lie on the sheet. */
  xOf(share: number): number;
  yOf(rest: number): number;
}

/** @param parts of any change but redrawing */
export function drawChart(sheet: Sheet, parts: PictureParts, change: GradedChange, top: number, width: number): void {
  const { shown, trace, evaluation, words } = parts;
  const { baseline, level } = shown;
  const { unrelated } = baseline;
  const [left, bottom] = [MARGIN + VALUES, top + NAME + PLOT];
  const xOf = (share: number) => left + share * (width - VALUES);
  const yOf = (rest: number) => bottom - rest * PLOT;
  const frame = { left, bottom, xOf, yOf };
  write(sheet, words.t('left'), MARGIN, top + 8, SOFT);
  drawRules(sheet, frame, words.number);
  drawStrengths(sheet, frame, change, parts);
  drawPixels(sheet, unrelated.image.data, xOf((BORDER + 1) / 2) - THUMB / 2, bottom + 10, THUMB);
  const end = { ...SOFT, align: 'center', within: xOf(1) - xOf(BORDER) + MARGIN } as const;
  write(sheet, words.t('unrelated'), xOf((BORDER + 1) / 2), bottom + THUMB + 26, end);

  const all = seriesOf({ change, level, grid: baseline.settings.grid, trace, unrelated, evaluation });
  for (const { code, own, set } of all) {
    const placed = (points: Series['own']) => points.map(({ x, y }) => [xOf(x * SLIDER_SHARE), yOf(y)] as const);
    drawLine(sheet, placed(set), code, 'set');
    drawLine(sheet, placed(own), code, 'own');
  }
  for (const { code, set, now, end } of all) {
    for (const { x, y } of set) drawDot(sheet, xOf(x * SLIDER_SHARE), yOf(y), code, 'set');
    if (now) drawDot(sheet, xOf(now.x * SLIDER_SHARE), yOf(now.y), code, 'now');
    if (end.own !== null) drawDot(sheet, xOf(END.own), yOf(end.own), code, 'own');
    if (end.set !== null) drawDot(sheet, xOf(END.set), yOf(end.set), code, 'set');
  }
  nameLines(sheet, frame, all, parts);
}

function drawRules(sheet: Sheet, { left, bottom, xOf, yOf }: Frame, number: PictureParts['words']['number']): void {
  const { context, inks } = sheet;
  const stroke = (ink: string, ...line: readonly [x: number, y: number][]) => {
    context.beginPath();
    for (const [x, y] of line) context.lineTo(x, y);
    context.strokeStyle = ink;
    context.lineWidth = 1;
    context.stroke();
  };
  for (const rest of RULES) {
    stroke(rest === 0 ? inks.edge : inks.rule, [left, yOf(rest)], [xOf(1), yOf(rest)]);
    write(sheet, number(rest, 2), left - 12, yOf(rest) + 4.5, { ...SOFT, align: 'end' });
  }
  stroke(inks.rule, [xOf(BORDER), yOf(1)], [xOf(BORDER), bottom]);
}

/** The lower axis: strengths that the slider has, where they lie on it. */
function drawStrengths(sheet: Sheet, { left, bottom, xOf }: Frame, change: GradedChange, { words }: PictureParts): void {
  const levels = LEVELS[change];
  for (const tick of TICKS) {
    const strength = levels[Math.round(tick * (levels.length - 1))] as number;
    const x = xOf(placeOf(change, strength) * SLIDER_SHARE);
    sheet.context.fillStyle = sheet.inks.edge;
    sheet.context.fillRect(x - 0.5, bottom, 1, 6);
    write(sheet, words.strengthText(change, strength), tick === 0 ? left : x, bottom + 24, {
      ...SOFT,
      align: tick === 0 ? 'start' : 'center',
    });
  }
  write(sheet, words.t('strength'), xOf(SLIDER_SHARE / 2), bottom + 48, { ...SOFT, align: 'center' });
}

/**
 * The names of both lines with their values where the slider stands, so that they are told apart without colours too. What is
 * left falls as a change grows, so that above a dot to the right, and below it to the left, no line is in the way.
 */
function nameLines(sheet: Sheet, { bottom, xOf, yOf }: Frame, all: readonly Series[], { shown, words }: PictureParts): void {
  const { cosine, tokensChanged } = shown.distance;
  const values = { und: cosine, gen: 1 - (tokensChanged ?? 0) };
  const names = { und: words.t('cosineLine'), gen: words.t('tokensLine') };
  const dots = all
    .flatMap(({ code, now }) => (now ? [{ code, x: now.x, y: yOf(now.y) }] : []))
    .sort((a, b) => (Math.abs(a.y - b.y) < 1 ? 0 : a.y - b.y));
  const areNear = dots.some(({ y }, place) => place > 0 && y - (dots[0]?.y ?? y) < APART);
  const feet = dots.map(({ x, y }, place) => {
    const isUnder = areNear ? place > 0 : x > 0.5;
    return y + (isUnder && y + UNDER < bottom ? UNDER : ABOVE);
  });
  dots.forEach(({ code, x }, place) => {
    const isLeft = x > 0.5;
    const foot = Math.min(...feet.slice(place).map((each, after) => each - after * APART));
    write(sheet, `${names[code]} ${words.number(values[code], 3)}`, xOf(x * SLIDER_SHARE) + (isLeft ? -BESIDE : BESIDE), foot, {
      size: 13,
      ink: code,
      isStrong: true,
      align: isLeft ? 'end' : 'start',
      hasHalo: true,
    });
  });
}
