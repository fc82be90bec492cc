/** The overview as one picture: a row an encoder, a tile a step. */
import type { Translate } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { paintCode } from '../shared/paint-code';
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
const GAP = 16;
const WORDS = 44;

type Context = OffscreenCanvasRenderingContext2D;
type Paint = (context: Context, tone: string) => void;

export async function overviewPng(shown: Shown, view: View, t: Translate<typeof insideTexts.table>): Promise<Blob> {
  const style = getComputedStyle(document.documentElement);
  const rows = [
    { boxes: UNDERSTANDING_BOXES, tone: toneOf('understanding') },
    { boxes: GENERATION_BOXES, tone: toneOf('generation') },
  ];
  const columns = Math.max(...rows.map(({ boxes }) => boxes.length));
  const canvas = new OffscreenCanvas(columns * (TILE + GAP) + GAP, rows.length * (TILE + WORDS + GAP) + GAP);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = style.backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  rows.forEach(({ boxes, tone }, row) => {
    boxes.forEach((box, column) => {
      context.save();
      context.translate(GAP + column * (TILE + GAP), GAP + row * (TILE + WORDS + GAP));
      const { name, shape } = describeBox(box, shown.trace, t);
      context.fillStyle = tone;
      context.font = `600 13px ${style.fontFamily}`;
      context.fillText(name, 0, 12, TILE);
      context.fillStyle = style.color;
      context.font = `12px ${style.fontFamily}`;
      context.fillText(shape, 0, 30, TILE);
      context.translate(0, WORDS - 4);
      tile(box, shown, view)(context, tone);
      context.restore();
    });
  });
  return canvas.convertToBlob({ type: 'image/png' });
}

/** The colour that stands for a side, as the page has it now. */
function toneOf(side: string): string {
  const element = document.querySelector(`.inside-pipeline[data-side="${side}"] > h3`);
  return element ? getComputedStyle(element).color : 'black';
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
      return codes(
        paintCode(codeOf(trace), '').cells.map(({ fill }) => fill),
        sideOf(generation.latents),
      );
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
  (context) => {
    const image = new ImageData(IMAGE_SIZE, IMAGE_SIZE);
    for (let i = 0; i < IMAGE_SIZE * IMAGE_SIZE; i++) {
      image.data.set(rgb.subarray(3 * i, 3 * i + 3), 4 * i);
      image.data[4 * i + 3] = 255;
    }
    enlarged(context, image);
  };

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
