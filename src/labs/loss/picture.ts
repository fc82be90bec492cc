/** The three matrices as a PNG, with the names of rows and columns and what the colours stand for. */
import { HEAD, inLight, MARGIN, openSheet, pngOfSheet, type Sheet, write, writeHead } from '../shared/sheet';

export interface PictureNames {
  /** One a row. */
  readonly drawings: readonly string[];
  /** One a column. */
  readonly captions: readonly string[];
}

export interface PictureMatrix {
  readonly title: string;
  readonly note: string;
  /** One a cell, row by row, as colours of the style sheet. */
  readonly colours: readonly { readonly fill: string; readonly text: string }[];
  /** What stands in each cell. */
  readonly names: readonly string[];
}

export interface PictureTexts {
  readonly lab: string;
  /** What the losses are set to. */
  readonly title: string;
  /** What rows, columns and colours stand for. */
  readonly notes: readonly string[];
}

const CELL = 44;
const GAP = 28;
/** Room for the drawings' names at the left, and for the captions on end above the cells. */
const ROW_NAMES = 196;
const COLUMN_NAMES = 140;
const TITLE = 44;
const LINE = 22;

export function pngOf(
  matrices: readonly PictureMatrix[],
  names: PictureNames,
  framed: readonly number[],
  texts: PictureTexts,
): Promise<Blob> {
  const side = names.drawings.length * CELL;
  const width = 2 * MARGIN + ROW_NAMES + matrices.length * (side + GAP) - GAP;
  const top = HEAD + TITLE + COLUMN_NAMES;
  const sheet = openSheet(width, top + side + 16 + texts.notes.length * LINE + MARGIN);
  writeHead(sheet, width, texts.lab, texts.title, '');
  names.drawings.forEach((drawing, row) => {
    const y = top + (row + 0.5) * CELL + 4.5;
    write(sheet, drawing, MARGIN + ROW_NAMES - 10, y, { size: 12, align: 'end', within: ROW_NAMES - 10 });
  });
  matrices.forEach((matrix, m) => {
    drawMatrix(sheet, matrix, names.captions, framed, MARGIN + ROW_NAMES + m * (side + GAP), top);
  });
  texts.notes.forEach((note, line) => {
    const y = top + side + 16 + (line + 1) * LINE - 6;
    write(sheet, note, MARGIN, y, { size: 13, ink: 'ink-soft', within: width - 2 * MARGIN });
  });
  return pngOfSheet(sheet);
}

function drawMatrix(
  sheet: Sheet,
  { title, note, colours, names }: PictureMatrix,
  captions: readonly string[],
  framed: readonly number[],
  left: number,
  top: number,
): void {
  const { context, inks } = sheet;
  const count = captions.length;
  const titleFoot = top - COLUMN_NAMES - TITLE + 14;
  write(sheet, title, left, titleFoot, { size: 15, isStrong: true, within: count * CELL });
  write(sheet, note, left, titleFoot + 20, { size: 13, ink: 'ink-soft', within: count * CELL });
  captions.forEach((caption, column) => {
    context.save();
    context.translate(left + (column + 0.5) * CELL + 4, top - 8);
    context.rotate(-Math.PI / 2);
    write(sheet, caption, 0, 0, { size: 12, within: COLUMN_NAMES - 20 });
    context.restore();
  });
  const fills = inLight(colours.map(({ fill }) => fill));
  const letters = inLight(colours.map(({ text }) => text));
  names.forEach((name, cell) => {
    const [x, y] = [left + (cell % count) * CELL, top + Math.floor(cell / count) * CELL];
    context.fillStyle = fills[cell] ?? inks.sunk;
    context.fillRect(x, y, CELL - 1, CELL - 1);
    context.font = `400 13px ${sheet.font}`;
    context.textAlign = 'center';
    context.fillStyle = letters[cell] ?? inks.ink;
    context.fillText(name, x + CELL / 2, y + CELL / 2 + 4.5, CELL - 4);
  });
  context.strokeStyle = inks.ink;
  context.lineWidth = 2;
  for (const cell of framed)
    context.strokeRect(left + (cell % count) * CELL, top + Math.floor(cell / count) * CELL, CELL - 1, CELL - 1);
}
