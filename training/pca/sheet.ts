/** The JPEG that principal components are stored in: square tiles, row by row. */
import sharp from 'sharp';
import { MID_GREY } from '../../src/dataset/pca-code';
import { IMAGE_SIZE } from '../../src/model/types';

const VALUES = IMAGE_SIZE * IMAGE_SIZE * 3;
export const SHEET_COLUMNS = 20;
/** Costs the drawings under a tenth of a decibel, as `fidelity` in pca.json tells. */
const QUALITY = 94;

/** Where each byte of the tiles is on the sheet. */
function* places(count: number): Generator<readonly [inTiles: number, onSheet: number]> {
  for (let tile = 0; tile < count; tile++)
    for (let i = 0; i < VALUES; i++) {
      const pixel = Math.floor(i / 3);
      const x = (tile % SHEET_COLUMNS) * IMAGE_SIZE + (pixel % IMAGE_SIZE);
      const y = Math.floor(tile / SHEET_COLUMNS) * IMAGE_SIZE + Math.floor(pixel / IMAGE_SIZE);
      yield [tile * VALUES + i, (y * SHEET_COLUMNS * IMAGE_SIZE + x) * 3 + (i % 3)];
    }
}

/** tiles [count·64·64·3] -> a JPEG with all of its colours at full resolution */
export function packSheet(tiles: Uint8Array): Promise<Buffer> {
  const count = tiles.length / VALUES;
  const [width, height] = [SHEET_COLUMNS * IMAGE_SIZE, Math.ceil(count / SHEET_COLUMNS) * IMAGE_SIZE];
  const raw = new Uint8Array(width * height * 3).fill(MID_GREY);
  for (const [inTiles, onSheet] of places(count)) raw[onSheet] = tiles[inTiles] as number;
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer();
}

/** A JPEG of `count` tiles -> tiles [count·64·64·3] */
export async function unpackSheet(sheet: Uint8Array, count: number): Promise<Uint8Array> {
  const raw = await sharp(sheet).raw().toBuffer();
  const tiles = new Uint8Array(count * VALUES);
  for (const [inTiles, onSheet] of places(count)) tiles[inTiles] = raw[onSheet] as number;
  return tiles;
}
