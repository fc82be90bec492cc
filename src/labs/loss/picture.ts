/** The three matrices as a PNG, coloured as they are on the page, with the names of rows and columns. */

/** Pixels a cell. */
const CELL = 48;
const HEAD = 32;
const NAMES = 132;
const GAP = 24;

export interface PictureNames {
  /** One a row. */
  readonly drawings: readonly string[];
  /** One a column. */
  readonly captions: readonly string[];
}

/** @param root what holds the matrices */
export function pngOf(root: HTMLElement, { drawings, captions }: PictureNames): Promise<Blob> {
  const matrices = [...root.querySelectorAll<HTMLElement>('.loss-matrix')];
  const side = drawings.length * CELL;
  const canvas = document.createElement('canvas');
  canvas.width = GAP + NAMES + matrices.length * (side + GAP);
  canvas.height = 2 * GAP + HEAD + NAMES + side;
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('no canvas'));
  const { color, fontFamily } = getComputedStyle(root);
  const write = (text: string, x: number, y: number, size: number, align: CanvasTextAlign, width: number) => {
    context.font = `${size > 14 ? 600 : 400} ${size}px ${fontFamily}`;
    context.textAlign = align;
    context.fillText(text, x, y, width);
  };
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'middle';
  const top = GAP + HEAD + NAMES;

  context.fillStyle = color;
  drawings.forEach((drawing, row) => write(drawing, GAP + NAMES - 8, top + (row + 0.5) * CELL, 12, 'end', NAMES - 8));
  matrices.forEach((matrix, m) => {
    const left = GAP + NAMES + m * (side + GAP);
    context.fillStyle = color;
    const title = matrix.querySelector('figcaption')?.innerText.replace('\n', ', ') ?? '';
    write(title, left, GAP + HEAD / 2, 16, 'start', side);
    captions.forEach((caption, column) => {
      context.save();
      context.translate(left + (column + 0.5) * CELL, top - 8);
      context.rotate(-Math.PI / 2);
      write(caption, 0, 0, 12, 'start', NAMES - 16);
      context.restore();
    });
    matrix.querySelectorAll<HTMLElement>('[data-cell]').forEach((cell, i) => {
      const style = getComputedStyle(cell);
      const [x, y] = [left + (i % drawings.length) * CELL, top + Math.floor(i / drawings.length) * CELL];
      context.fillStyle = style.backgroundColor;
      context.fillRect(x, y, CELL - 1, CELL - 1);
      context.fillStyle = style.color;
      write(cell.textContent ?? '', x + CELL / 2, y + CELL / 2, 14, 'center', CELL);
    });
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG'))), 'image/png');
  });
}
