/** The lab as a PNG that stands alone: the picture and both codes before and after, the two figures, and the chart as on the page. */
import { codeColours } from '../../ui/code-colours';
import {
  drawPixels,
  drawRule,
  HEAD,
  MARGIN,
  openSheet,
  pngOfSheet,
  type Sheet,
  write,
  writeFigure,
  writeHead,
} from '../shared/sheet';
import { strengthAt } from './levels';
import { CHART_HEIGHT, drawChart } from './picture-chart';
import { drawLegend } from './picture-marks';
import type { PictureParts } from './picture-parts';
import { drawRedraws, redrawHeight } from './picture-redraw';

const TILE = 256;
const GAP = 24;
const INNER = 4 * TILE + 3 * GAP;
const WIDTH = INNER + 2 * MARGIN;
/** Two tiles and what is between them. */
const HALF = 2 * TILE + GAP;
/** From a part's rule to its heading's line, and from there to what stands below it. */
const HEADING = 26;
const UNDER_HEADING = 16;
const CAPTION = 22;
const BARS = 150;
const NOTE = 24;
/** What has stayed is as faint as on the page. */
const FAINT = 0.28;

const SOFT = { size: 13, ink: 'ink-soft' } as const;
const tileLeft = (tile: number): number => MARGIN + tile * (TILE + GAP);

const CODES_HEIGHT = HEADING + UNDER_HEADING + TILE + CAPTION + NOTE + GAP;
const VECTOR_HEIGHT = HEADING + UNDER_HEADING + BARS + NOTE + GAP;

export function pngOf(parts: PictureParts): Promise<Blob> {
  const { shown, evaluation, subject, words } = parts;
  const { t, number, strengthText } = words;
  const { baseline, change, level } = shown;
  const { grid, codebook } = baseline.settings;
  const chartTop = HEAD + CODES_HEIGHT + VECTOR_HEIGHT;
  const plotTop = chartTop + HEADING + UNDER_HEADING;
  const bottom = plotTop + (change === 'redraw' ? redrawHeight(parts) : CHART_HEIGHT);
  const sheet = openSheet(WIDTH, bottom + (evaluation ? NOTE : 0) + MARGIN);

  const size = codebook === 'inf' ? '∞' : number(codebook);
  const title = t('labelled', { name: t(change), value: strengthText(change, strengthAt(change, level)) });
  writeHead(sheet, WIDTH, t('title'), title, t('subject', { picture: subject, grid, size }));
  drawCodes(sheet, parts, HEAD);
  drawVector(sheet, parts, HEAD + CODES_HEIGHT);
  const legend = MARGIN + drawHeading(sheet, t('chart'), MARGIN, chartTop, INNER) + GAP;
  drawLegend(sheet, parts, legend, chartTop + HEADING, change !== 'redraw');
  if (change === 'redraw') drawRedraws(sheet, parts, plotTop, INNER);
  else drawChart(sheet, parts, change, plotTop, INNER);
  const note = evaluation && t('evaluationNote', { size: number(evaluation.figures.codebook) });
  if (note) write(sheet, note, MARGIN, bottom + NOTE, { ...SOFT, within: INNER });
  return pngOfSheet(sheet);
}

/** @returns the heading's width */
function drawHeading(sheet: Sheet, text: string, x: number, y: number, width: number): number {
  drawRule(sheet, x, y, width);
  return write(sheet, text, x, y + HEADING, { size: 17, isStrong: true });
}

function drawCodes(sheet: Sheet, { shown, words: { t, number } }: PictureParts, y: number): void {
  const { baseline, image, codes, cells, distance } = shown;
  const top = y + HEADING + UNDER_HEADING;
  const [before, after] = [t('before'), t('after')];
  const caption = (text: string, tile: number) => write(sheet, text, tileLeft(tile), top + TILE + CAPTION, { ink: 'ink-soft' });
  drawHeading(sheet, t('picture'), tileLeft(0), y, HALF);
  drawPixels(sheet, baseline.picture.image.data, tileLeft(0), top, TILE);
  drawPixels(sheet, image.data, tileLeft(1), top, TILE);
  caption(before, 0);
  caption(after, 1);

  drawHeading(sheet, t('tokens'), tileLeft(2), y, HALF);
  if (distance.tokensChanged === null) {
    write(sheet, t('noTokens'), tileLeft(2), top + 14, { ink: 'ink-soft' });
    return;
  }
  const share = t('percent', { value: number(100 * distance.tokensChanged, 1) });
  writeFigure(sheet, t('tokensChanged'), share, tileLeft(2) + HALF, y + HEADING, 'gen');
  const fills = codeColours(baseline.entries, baseline.codeDim).map(({ fill }) => fill);
  drawTokens(sheet, baseline.codes.tokens, fills, tileLeft(2), top);
  drawTokens(sheet, codes.tokens, fills, tileLeft(3), top, cells);
  caption(before, 2);
  caption(after, 3);
  const changed = cells.reduce((sum, cell) => sum + cell, 0);
  const counts = t('ofCells', { changed: number(changed), count: number(cells.length) });
  write(sheet, `${counts} · ${t('tokensNote')}`, tileLeft(2), top + TILE + CAPTION + NOTE - 2, SOFT);
}

function drawTokens(
  { context }: Sheet,
  tokens: Uint16Array,
  fills: readonly string[],
  x: number,
  y: number,
  changed?: Float32Array,
): void {
  const grid = Math.sqrt(tokens.length);
  const side = TILE / grid;
  tokens.forEach((token, cell) => {
    context.globalAlpha = changed?.[cell] === 0 ? FAINT : 1;
    context.fillStyle = fills[token] ?? 'transparent';
    context.fillRect(x + (cell % grid) * side, y + Math.floor(cell / grid) * side, side, side);
  });
  context.globalAlpha = 1;
}

function drawVector(sheet: Sheet, { shown, words: { t, number } }: PictureParts, y: number): void {
  const { context, inks } = sheet;
  const [before, after] = [shown.baseline.codes.embedding, shown.codes.embedding];
  drawHeading(sheet, t('embedding'), MARGIN, y, INNER);
  writeFigure(sheet, t('cosine'), number(shown.distance.cosine, 3), MARGIN + INNER, y + HEADING, 'und');
  const limit = Math.max(...before.map(Math.abs), ...after.map(Math.abs));
  const [step, middle] = [INNER / after.length, y + HEADING + UNDER_HEADING + BARS / 2];
  const bar = (value: number, i: number) =>
    [MARGIN + (i + 0.11) * step, middle, 0.78 * step, (-value / limit) * (BARS / 2)] as const;
  drawRule(sheet, MARGIN, middle - 0.5, INNER, 'edge');
  context.fillStyle = inks.und;
  after.forEach((value, i) => context.fillRect(...bar(value, i)));
  context.strokeStyle = inks.ink;
  context.lineWidth = 0.75;
  before.forEach((value, i) => context.strokeRect(...bar(value, i)));
  write(sheet, t('embeddingNote'), MARGIN, middle + BARS / 2 + NOTE - 4, SOFT);
}
