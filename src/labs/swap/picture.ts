/** What was drawn back as a PNG: the pictures in a row, under each its name, its bits and its figures. */
import { type Column, drawRow, rowHeight, rowWidth } from '../shared/picture-row';
import { HEAD, MARGIN, openSheet, pngOfSheet, write, writeHead } from '../shared/sheet';

export interface PictureTexts {
  readonly lab: string;
  readonly title: string;
  readonly lede: string;
  /** The picture's name. */
  readonly subject: string;
}

const SIDE = 232;
const LEDE = 30;

export function pngOf(columns: readonly Column[], texts: PictureTexts): Promise<Blob> {
  const width = rowWidth(columns.length, SIDE);
  const top = HEAD + LEDE;
  const sheet = openSheet(width, top + rowHeight(columns, SIDE) + MARGIN);
  writeHead(sheet, width, texts.lab, texts.title, texts.subject);
  write(sheet, texts.lede, MARGIN, HEAD + 8, { ink: 'ink-soft', within: width - 2 * MARGIN });
  drawRow(sheet, columns, top, SIDE);
  return pngOfSheet(sheet);
}
