/** What was drawn back as a PNG: the pictures in a row, under each its name, its bits and its figures. */
import { drawPixels, drawRule, HEAD, type Ink, MARGIN, openSheet, pngOfSheet, write, writeHead } from '../shared/sheet';

export interface Column {
  readonly name: string;
  readonly ink: Ink;
  /** [64·64·3] */
  readonly pixels: Uint8Array;
  /** Of the code; the original has none. */
  readonly bits?: string;
  readonly figures: readonly { readonly name: string; readonly value: string }[];
}

export interface PictureTexts {
  readonly lab: string;
  readonly title: string;
  readonly lede: string;
  /** The picture's name. */
  readonly subject: string;
}

const SIDE = 232;
const GAP = 20;
const LEDE = 30;
/** Of the lines under a picture, the last with its letters' tails. */
const NAME = 26;
const LINE = 24;
const TAIL = 6;

export function pngOf(columns: readonly Column[], texts: PictureTexts): Promise<Blob> {
  const width = columns.length * (SIDE + GAP) - GAP + 2 * MARGIN;
  const top = HEAD + LEDE;
  const lines = 1 + Math.max(...columns.map(({ figures }) => figures.length));
  const sheet = openSheet(width, top + SIDE + NAME + lines * LINE + TAIL + MARGIN);
  writeHead(sheet, width, texts.lab, texts.title, texts.subject);
  write(sheet, texts.lede, MARGIN, HEAD + 8, { ink: 'ink-soft', within: width - 2 * MARGIN });
  columns.forEach(({ name, ink, pixels, bits, figures }, column) => {
    const left = MARGIN + column * (SIDE + GAP);
    const below = top + SIDE + NAME;
    drawPixels(sheet, pixels, left, top, SIDE);
    drawRule(sheet, left, top + SIDE + 6, SIDE, ink, 2);
    write(sheet, name, left, below, { size: 15, ink, isStrong: true, within: SIDE });
    if (bits) write(sheet, bits, left, below + LINE, { size: 13, ink: 'ink-soft' });
    figures.forEach((figure, line) => {
      const y = below + (line + 2) * LINE;
      write(sheet, figure.name, left, y, { size: 13, ink: 'ink-soft' });
      // The picture's own figure is what the page makes most of.
      const type = line === 0 ? ({ size: 17, ink, isStrong: true } as const) : {};
      write(sheet, figure.value, left + SIDE, y, { ...type, align: 'end' });
    });
  });
  return pngOfSheet(sheet);
}
