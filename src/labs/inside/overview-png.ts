/** The overview as one picture: a row an encoder, a tile a step. */
import type { Translate } from '../../i18n/use-texts';
import { imageDataOf } from '../../ui/image-data';
import { paintCode } from '../shared/paint-code';
import { drawRule, HEAD, inLight, MARGIN, openSheet, pngOfSheet, write, writeHead } from '../shared/sheet';
import { meanWeights } from './arithmetic';
import { channelOf, largest, sideOf, vectorAt } from './arrays';
import { type BoxId, GENERATION_BOXES, UNDERSTANDING_BOXES } from './boxes';
import { codeOf } from './code-of';
import { describeBox } from './describe-box';
import { type MapColours, paintMap, rgbOf } from './paint-map';
import { cellAt } from './place';
import { chosenChannel, chosenStage, stagesOf } from './stages';
import type { Shown } from './store';
import type { insideTexts } from './texts';
import type { View } from './view';

const TILE = 176;
const GAP = 20;
/** Above a row of tiles: what it is of, and the words of each step. */
const SIDE_NAME = 34;
const WORDS = 40;
const BETWEEN = 36;
const TOP = HEAD + 16;

const ROWS = [
  { side: 'understanding', boxes: UNDERSTANDING_BOXES, ink: 'und' },
  { side: 'generation', boxes: GENERATION_BOXES, ink: 'gen' },
] as const;

type Context = OffscreenCanvasRenderingContext2D;
type Paint = (context: Context, tone: string) => void;

/** @param subject the picture's name */
export function overviewPng(shown: Shown, view: View, subject: string, t: Translate<typeof insideTexts.table>): Promise<Blob> {
  const columns = Math.max(UNDERSTANDING_BOXES.length, GENERATION_BOXES.length);
  const width = columns * (TILE + GAP) - GAP + 2 * MARGIN;
  const sheet = openSheet(width, TOP + ROWS.length * (SIDE_NAME + WORDS + TILE + BETWEEN) - BETWEEN + MARGIN);
  const { grid, codebook } = shown.settings;
  const title = `${grid}×${grid} · ${t('codebook')} ${codebook === 'inf' ? t('noCodebook') : codebook}`;
  writeHead(sheet, width, t('title'), title, subject);
  ROWS.forEach(({ side, boxes, ink }, row) => {
    const top = TOP + row * (SIDE_NAME + WORDS + TILE + BETWEEN);
    const taken = write(sheet, t(side), MARGIN, top + 14, { size: 17, ink, isStrong: true });
    write(sheet, t(`${side}Way`), MARGIN + taken + 12, top + 14, { ink: 'ink-soft' });
    drawRule(sheet, MARGIN, top + 22, width - 2 * MARGIN, ink, 2);
    boxes.forEach((box, column) => {
      const left = MARGIN + column * (TILE + GAP);
      const { name, shape } = describeBox(box, shown.trace, t);
      write(sheet, `${column + 1}. ${name}`, left, top + SIDE_NAME + 12, { size: 13, isStrong: true, within: TILE });
      write(sheet, shape, left, top + SIDE_NAME + 30, { size: 12, ink: 'ink-soft', within: TILE });
      sheet.context.save();
      sheet.context.translate(left, top + SIDE_NAME + WORDS);
      tile(box, shown, view)(sheet.context, sheet.inks[ink]);
      sheet.context.strokeStyle = sheet.inks.rule;
      sheet.context.lineWidth = 1;
      sheet.context.strokeRect(-0.5, -0.5, TILE + 1, TILE + 1);
      sheet.context.restore();
    });
  });
  return pngOfSheet(sheet);
}

function tile(box: BoxId, { picture, trace }: Shown, view: View): Paint {
  const { understanding, generation } = trace;
  const patch = cellAt(view.place, sideOf(understanding.patches));
  const cell = cellAt(view.place, sideOf(generation.latents));
  const block = understanding.blocks[Math.min(view.block, understanding.blocks.length - 1)];
  switch (box) {
    case 'read':
    case 'cut':
      return pixels(picture.image.data);
    case 'patches':
    case 'features': {
      const maps = stagesOf(box, trace)[chosenStage(box, trace, view)]?.maps;
      return maps ? signed(channelOf(maps, chosenChannel(box, trace, view)), sideOf(maps)) : () => undefined;
    }
    case 'attention':
      return block ? signed(meanWeights(block, understanding.heads, patch), sideOf(understanding.patches)) : () => undefined;
    case 'pool':
      return signed(meanWeights(understanding.pool, understanding.heads, 0), sideOf(understanding.patches));
    case 'vector':
      return bars(understanding.embedding.values);
    case 'distances':
      return bars(vectorAt(generation.distances, cell));
    case 'argmin':
      return codes(inLight(paintCode(codeOf(trace), '').cells.map(({ fill }) => fill)), sideOf(generation.latents));
    case 'entries':
      return bars(vectorAt(generation.codes, cell));
    case 'decoder':
      return pixels(generation.reconstruction);
  }
}

/** Draws what is one pixel a cell, enlarged to a tile. */
function enlarged(context: Context, image: ImageData): void {
  const small = new OffscreenCanvas(image.width, image.height);
  small.getContext('2d')?.putImageData(image, 0, 0);
  context.drawImage(small, 0, 0, TILE, TILE);
}

const pixels =
  (rgb: Uint8Array): Paint =>
  (context) =>
    enlarged(context, imageDataOf(rgb));

const signed =
  (values: Float32Array, side: number): Paint =>
  (context, tone) => {
    const colours: MapColours = { positive: rgbOf(tone), negative: [128, 128, 128] };
    const image = new ImageData(side, side);
    paintMap(image, values, side, largest(values), colours);
    enlarged(context, image);
  };

const bars =
  (values: Float32Array): Paint =>
  (context, tone) => {
    const most = largest(values) || 1;
    const hasNegative = values.some((value) => value < 0);
    const [zero, reach] = hasNegative ? [TILE / 2, TILE / 2] : [TILE, TILE];
    context.fillStyle = tone;
    const width = TILE / values.length;
    values.forEach((value, i) => {
      const height = (reach * value) / most;
      context.fillRect(i * width, zero - Math.max(0, height), Math.max(1, 0.8 * width), Math.abs(height));
    });
  };

const codes =
  (fills: readonly string[], grid: number): Paint =>
  (context) => {
    const size = TILE / grid;
    fills.forEach((fill, i) => {
      context.fillStyle = fill;
      context.fillRect((i % grid) * size, Math.floor(i / grid) * size, size, size);
    });
  };
