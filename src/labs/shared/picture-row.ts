/** On a sheet: pictures in a row, under each its name, its bits and its figures. */
import { drawPixels, drawRule, type Ink, MARGIN, type Sheet, write } from './sheet';

export interface Column {
  readonly name: string;
  readonly ink: Ink;
  /** [64·64·3]; null where there is none, and `bits` says why. */
  readonly pixels: Uint8Array | null;
  /** Of the code; the original has none. */
  readonly bits?: string;
  readonly figures: readonly { readonly name: string; readonly value: string }[];
}

const GAP = 20;
/** Of the lines under a picture, the last with its letters' tails. */
const NAME = 26;
const LINE = 24;
const TAIL = 6;

/** Of a sheet that holds so many. */
export const rowWidth = (count: number, side: number): number => count * (side + GAP) - GAP + 2 * MARGIN;

export function rowHeight(columns: readonly Column[], side: number): number {
  const lines = 1 + Math.max(...columns.map(({ figures }) => figures.length));
  return side + NAME + lines * LINE + TAIL;
}

export function drawRow(sheet: Sheet, columns: readonly Column[], top: number, side: number): void {
  columns.forEach(({ name, ink, pixels, bits, figures }, column) => {
    const left = MARGIN + column * (side + GAP);
    const below = top + side + NAME;
    if (pixels) drawPixels(sheet, pixels, left, top, side);
    drawRule(sheet, left, top + side + 6, side, ink, 2);
    write(sheet, name, left, below, { size: 15, ink, isStrong: true, within: side });
    if (bits) write(sheet, bits, left, below + LINE, { size: 13, ink: 'ink-soft', within: side });
    figures.forEach((figure, line) => {
      const y = below + (line + 2) * LINE;
      write(sheet, figure.name, left, y, { size: 13, ink: 'ink-soft' });
      // The picture's own figure is what the page makes most of.
      const type = line === 0 ? ({ size: 17, ink, isStrong: true } as const) : {};
      write(sheet, figure.value, left + side, y, { ...type, align: 'end' });
    });
  });
}
