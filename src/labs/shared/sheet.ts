/**
 * A sheet to draw on, for a PNG that stands alone: white in either theme, so that it prints, with the page's colours as they are
 * in the light one, and in the page's type.
 */
import { imageDataOf } from '../../ui/image-data';

/** Pixels for each of the sheet's units, so that it stays sharp on paper. */
const SCALE = 2;

/** The page's colours that may be used, without black on white. */
const INKS = ['ink', 'ink-soft', 'rule', 'edge', 'sunk', 'und', 'gen'] as const;
export type Ink = (typeof INKS)[number];

export const PAPER = '#fff';

export interface Sheet {
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly inks: Readonly<Record<Ink, string>>;
  readonly font: string;
}

/** @param width and height in units, as is everything drawn */
export function openSheet(width: number, height: number): Sheet {
  const context = new OffscreenCanvas(SCALE * width, SCALE * height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(SCALE, SCALE);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  context.lineJoin = 'round';
  return { context, ...pageLook() };
}

function pageLook(): Pick<Sheet, 'inks' | 'font'> {
  const colours = inLight(INKS.map((ink) => `var(--${ink})`));
  const inks = Object.fromEntries(INKS.map((ink, i) => [ink, colours[i]])) as Record<Ink, string>;
  return { inks, font: getComputedStyle(document.body).fontFamily };
}

/**
 * What colours of the style sheet are in the light theme, whichever the page has: as built, the sheet settles them at the root for
 * one theme, which is the light one for as long as this reads them.
 */
export function inLight(colours: readonly string[]): string[] {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  const probe = document.body.appendChild(document.createElement('i'));
  dataset.theme = 'light';
  try {
    const style = getComputedStyle(probe);
    return colours.map((colour) => {
      probe.style.color = colour;
      return style.color;
    });
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
    probe.remove();
  }
}

export const pngOfSheet = ({ context }: Sheet): Promise<Blob> => context.canvas.convertToBlob({ type: 'image/png' });

export interface Type {
  readonly size?: number;
  readonly ink?: Ink;
  readonly isStrong?: boolean;
  readonly align?: CanvasTextAlign;
  /** Text that would be wider is drawn narrower. */
  readonly within?: number;
  /** Keeps what lies behind away from the letters. */
  readonly hasHalo?: boolean;
}

/** Writes a line whose letters stand on `y`. @returns how wide it is */
export function write({ context, inks, font }: Sheet, text: string, x: number, y: number, type: Type = {}): number {
  const { size = 14, ink = 'ink', isStrong = false, align = 'start', within, hasHalo = false } = type;
  context.font = `${isStrong ? 600 : 400} ${size}px ${font}`;
  context.textAlign = align;
  if (hasHalo) {
    context.strokeStyle = PAPER;
    context.lineWidth = 5;
    context.strokeText(text, x, y, within);
  }
  context.fillStyle = inks[ink];
  context.fillText(text, x, y, within);
  return Math.min(context.measureText(text).width, within ?? Number.POSITIVE_INFINITY);
}

/** A figure that ends at `x`, its name before it. */
export function writeFigure(sheet: Sheet, name: string, value: string, x: number, y: number, ink: Ink): void {
  const width = write(sheet, value, x, y, { size: 18, ink, isStrong: true, align: 'end' });
  write(sheet, name, x - width - 10, y, { size: 13, ink: 'ink-soft', align: 'end' });
}

export function drawRule({ context, inks }: Sheet, x: number, y: number, width: number, ink: Ink = 'rule', thickness = 1): void {
  context.fillStyle = inks[ink];
  context.fillRect(x, y, width, thickness);
}

/** A square picture, each of its pixels enlarged, in a fine frame: many drawings are white at their edges. [S·S·3] */
export function drawPixels({ context, inks }: Sheet, pixels: Uint8Array, x: number, y: number, side: number): void {
  const count = Math.sqrt(pixels.length / 3);
  const small = new OffscreenCanvas(count, count);
  small.getContext('2d')?.putImageData(imageDataOf(pixels), 0, 0);
  context.drawImage(small, x, y, side, side);
  context.strokeStyle = inks.rule;
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, y - 0.5, side + 1, side + 1);
}

/** Margin of a sheet, and the height that its head takes, margin included. */
export const MARGIN = 32;
export const HEAD = 92;

/** What a sheet is: the lab and what it shows; at its right, of what. */
export function writeHead(sheet: Sheet, width: number, lab: string, title: string, subject: string): void {
  write(sheet, lab, MARGIN, MARGIN + 12, { ink: 'ink-soft' });
  const taken = write(sheet, title, MARGIN, MARGIN + 42, { size: 24, isStrong: true, within: width - 2 * MARGIN });
  const free = width - 2 * MARGIN - taken - 24;
  write(sheet, subject, width - MARGIN, MARGIN + 42, { size: 15, ink: 'ink-soft', align: 'end', within: free });
}
