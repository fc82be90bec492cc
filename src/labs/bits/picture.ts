/** What the lab shows as a PNG: the pictures that these bits buy, and the planes on which they lie. */
import { type Column, drawRow, rowHeight, rowWidth } from '../shared/picture-row';
import { HEAD, MARGIN, openSheet, pngOfSheet, writeHead } from '../shared/sheet';
import { drawPlane, type PlaneParts, planeHeight } from './picture-plane';

const SIDE = 168;
const BETWEEN = 28;

export interface PictureTexts {
  readonly lab: string;
  /** Grid and codebook. */
  readonly title: string;
  /** The picture's name. */
  readonly subject: string;
}

/** @param planes one or two, side by side */
export function pngOf(columns: readonly Column[], planes: readonly PlaneParts[], texts: PictureTexts): Promise<Blob> {
  const width = rowWidth(columns.length, SIDE);
  const below = HEAD + rowHeight(columns, SIDE) + BETWEEN;
  const sheet = openSheet(width, below + Math.max(...planes.map(({ series }) => planeHeight(series))) + MARGIN);
  writeHead(sheet, width, texts.lab, texts.title, texts.subject);
  drawRow(sheet, columns, HEAD, SIDE);
  const each = (width - 2 * MARGIN - (planes.length - 1) * BETWEEN) / planes.length;
  planes.forEach((plane, i) => {
    drawPlane(sheet, plane, MARGIN + i * (each + BETWEEN), below, each);
  });
  return pngOfSheet(sheet);
}
