/** Thumbnail sheets: equal cells in rows, on the ground colour, as one WebP file. */
import sharp, { type OverlayOptions } from 'sharp';
import { IMAGE_SIZE } from '../../src/model/types';
import { RENDERING_BYTES } from './rasterise';

/** Quality at which 48-pixel drawings show no artefacts to the naked eye. */
const WEBP = { quality: 74, effort: 6 } as const;

/**
 * Draws renderings [64·64·4 each] into cells of `cell` pixels, row-major, `columns` a row; undefined leaves a cell empty.
 */
export async function thumbnailSheet(
  renderings: readonly (Uint8Array | undefined)[],
  cell: number,
  columns: number,
  ground: readonly [number, number, number],
): Promise<Buffer> {
  const [r, g, b] = ground;
  const background = { r, g, b };
  const tiles: OverlayOptions[] = [];
  for (const [i, rgba] of renderings.entries()) {
    if (!rgba) continue;
    if (rgba.length !== RENDERING_BYTES) throw new RangeError(`a rendering of ${rgba.length} bytes`);
    const raw = { width: IMAGE_SIZE, height: IMAGE_SIZE, channels: 4 } as const;
    const tile = await sharp(rgba, { raw }).flatten({ background }).resize(cell, cell).raw().toBuffer();
    const left = (i % columns) * cell;
    const top = Math.floor(i / columns) * cell;
    tiles.push({ input: tile, raw: { width: cell, height: cell, channels: 3 }, left, top });
  }
  const height = Math.ceil(renderings.length / columns) * cell;
  return sharp({ create: { width: columns * cell, height, channels: 3, background } })
    .composite(tiles)
    .webp(WEBP)
    .toBuffer();
}
