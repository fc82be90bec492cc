/** Turns drawings into 64×64 RGBA pixels with sharp (librsvg for SVG), several at a time, always in the given order. */
import sharp from 'sharp';
import { IMAGE_SIZE } from '../../src/model/types';
import type { Drawing } from './join';

/** Bytes of one 64×64 RGBA rendering. */
export const RENDERING_BYTES = IMAGE_SIZE * IMAGE_SIZE * 4;
const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };

/** One drawing as 64×64 RGBA, straight alpha, proportions kept. Throws when it comes out empty. */
export async function rasterise(drawing: Drawing): Promise<Buffer> {
  const input =
    drawing.kind === 'svg'
      ? sharp(Buffer.from(drawing.svg(IMAGE_SIZE))).flop(drawing.mirrored)
      : sharp(drawing.path).resize(IMAGE_SIZE, IMAGE_SIZE, { fit: 'contain', background: TRANSPARENT });
  const pixels = await input.toColourspace('srgb').ensureAlpha().raw().toBuffer();
  if (pixels.length !== RENDERING_BYTES) throw new Error(`a rendering has ${pixels.length} bytes instead of ${RENDERING_BYTES}`);
  if (!hasInk(pixels)) throw new Error('a rendering is fully transparent');
  return pixels;
}

/**
 * Rasterises all drawings into one buffer [N · 64 · 64 · 4], in their order.
 * @param onDone called after each one, for a progress bar
 */
export async function rasteriseAll(drawings: readonly Drawing[], workers: number, onDone: () => void): Promise<Buffer> {
  sharp.concurrency(1); // parallel over drawings instead of inside one
  const pixels = Buffer.alloc(drawings.length * RENDERING_BYTES);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < drawings.length; i = next++) {
      const drawing = drawings[i];
      if (!drawing) return;
      try {
        pixels.set(await rasterise(drawing), i * RENDERING_BYTES);
      } catch (cause) {
        throw new Error(`cannot rasterise ${drawing.kind === 'svg' ? drawing.name : drawing.path}`, { cause });
      }
      onDone();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return pixels;
}

function hasInk(pixels: Buffer): boolean {
  for (let i = 3; i < pixels.length; i += 4) if (pixels[i] !== 0) return true;
  return false;
}
