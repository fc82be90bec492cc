/** The lab as a PNG: the picture and both codes before and after, the two figures, and the curves so far. */
import { IMAGE_SIZE } from '../../model/types';
import type { CodeColour } from '../../ui/code-colours';
import type { Curves, Point } from './curves';
import type { Shown } from './store';

export interface PictureParts {
  readonly shown: Shown;
  /** Of the codebook's entries; empty without one. */
  readonly palette: readonly CodeColour[];
  /** Of this picture and of the evaluation set; empty where a change has no strength. */
  readonly curves: readonly { readonly look: 'own' | 'set'; readonly curves: Curves }[];
  readonly texts: {
    readonly title: string;
    readonly before: string;
    readonly after: string;
    readonly embedding: string;
    readonly tokens: string;
    readonly chart: string;
  };
}

const TILE = 256;
const GAP = 24;
const LINE = 28;
const WIDTH = 4 * TILE + 5 * GAP;
const LOWER = 168;
const HEIGHT = GAP + 2 * LINE + TILE + GAP + LINE + LOWER + GAP;
/** What has stayed is as faint as on the page. */
const FAINT = 0.28;

interface Pen {
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly font: string;
  readonly ink: string;
  readonly rule: string;
  readonly und: string;
  readonly gen: string;
}

/** @param root an element of the lab, whose colours and type the picture takes */
export async function pngOf(parts: PictureParts, root: HTMLElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const pen = penOf(context, root);
  const { shown, palette, curves, texts } = parts;
  const { baseline, image, codes, cells } = shown;
  const left = (tile: number) => GAP + tile * (TILE + GAP);
  const [head, top] = [GAP + LINE, GAP + 2 * LINE];
  write(pen, texts.title, GAP, GAP + LINE / 2, pen.ink, 600);
  write(pen, texts.before, left(0), head + LINE / 2, pen.ink);
  write(pen, texts.after, left(1), head + LINE / 2, pen.ink);
  write(pen, texts.tokens, left(2), head + LINE / 2, pen.gen, 600);
  await drawImage(context, baseline.picture.image.data, left(0), top);
  await drawImage(context, image.data, left(1), top);
  drawTokens(context, baseline.codes.tokens, palette, left(2), top);
  drawTokens(context, codes.tokens, palette, left(3), top, cells);

  const lower = top + TILE + GAP;
  write(pen, texts.embedding, left(0), lower + LINE / 2, pen.und, 600);
  drawBars(pen, codes.embedding, baseline.codes.embedding, left(0), lower + LINE, 2 * TILE + GAP);
  if (curves.length > 0) write(pen, texts.chart, left(2), lower + LINE / 2, pen.ink, 600);
  drawCurves(pen, curves, left(2), lower + LINE, 2 * TILE + GAP);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Colours as they are computed in the theme shown. */
function penOf(context: OffscreenCanvasRenderingContext2D, root: HTMLElement): Pen {
  const probe = root.appendChild(document.createElement('i'));
  const colour = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const [paper, ink, rule, und, gen] = ['paper', 'ink', 'rule', 'und', 'gen'].map(colour) as [
    string,
    string,
    string,
    string,
    string,
  ];
  probe.remove();
  context.fillStyle = paper;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.imageSmoothingEnabled = false;
  context.textBaseline = 'middle';
  return { context, font: getComputedStyle(root).fontFamily, ink, rule, und, gen };
}

function write({ context, font }: Pen, text: string, x: number, y: number, colour: string, weight = 400): void {
  context.font = `${weight} 16px ${font}`;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

async function drawImage(context: OffscreenCanvasRenderingContext2D, data: Uint8Array, x: number, y: number): Promise<void> {
  const small = new ImageData(IMAGE_SIZE, IMAGE_SIZE);
  for (let p = 0; p < IMAGE_SIZE * IMAGE_SIZE; p++) {
    small.data.set(data.subarray(3 * p, 3 * p + 3), 4 * p);
    small.data[4 * p + 3] = 255;
  }
  const bitmap = await createImageBitmap(small);
  context.drawImage(bitmap, x, y, TILE, TILE);
  bitmap.close();
}

function drawTokens(
  context: OffscreenCanvasRenderingContext2D,
  tokens: Uint16Array,
  palette: readonly CodeColour[],
  x: number,
  y: number,
  changed?: Float32Array,
): void {
  const grid = Math.sqrt(tokens.length);
  const side = TILE / grid;
  tokens.forEach((token, cell) => {
    context.globalAlpha = changed?.[cell] === 0 ? FAINT : 1;
    context.fillStyle = palette[token]?.fill ?? 'transparent';
    context.fillRect(x + (cell % grid) * side, y + Math.floor(cell / grid) * side, side, side);
  });
  context.globalAlpha = 1;
}

function drawBars(
  { context, und, ink }: Pen,
  after: Float32Array,
  before: Float32Array,
  x: number,
  y: number,
  width: number,
): void {
  const limit = Math.max(...before.map(Math.abs), ...after.map(Math.abs));
  const [step, middle] = [width / after.length, y + LOWER / 2];
  const bar = (value: number, i: number) => [x + i * step, middle, 0.78 * step, (-value / limit) * (LOWER / 2)] as const;
  context.fillStyle = und;
  after.forEach((value, i) => context.fillRect(...bar(value, i)));
  context.strokeStyle = ink;
  context.lineWidth = 0.75;
  before.forEach((value, i) => context.strokeRect(...bar(value, i)));
}

function drawCurves({ context, rule, und, gen }: Pen, all: PictureParts['curves'], x: number, y: number, width: number): void {
  const trace = (points: readonly Point[]) => {
    context.beginPath();
    points.forEach((point) => context.lineTo(x + point.x * width, y + (1 - point.y) * LOWER));
    context.stroke();
    for (const point of points) context.fillRect(x + point.x * width - 2, y + (1 - point.y) * LOWER - 2, 4, 4);
  };
  if (all.length > 0) {
    context.strokeStyle = rule;
    context.strokeRect(x, y, width, LOWER);
  }
  for (const { look, curves } of all) {
    context.lineWidth = look === 'own' ? 2.5 : 1.5;
    context.setLineDash(look === 'own' ? [] : [5, 4]);
    for (const [colour, points] of [
      [und, curves.cosines],
      [gen, curves.tokens],
    ] as const) {
      context.strokeStyle = colour;
      context.fillStyle = colour;
      trace(points);
    }
  }
  context.setLineDash([]);
}
