/** Turns drawings into 64×64 RGBA pixels with sharp (librsvg for SVG), several at a time, always in the given order. */
import sharp, { type Sharp } from 'sharp';
import { IMAGE_SIZE } from '../../src/model/types';
import type { Drawing } from './join';

/** Bytes of one 64×64 RGBA rendering. */
export const RENDERING_BYTES = IMAGE_SIZE * IMAGE_SIZE * 4;
const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };

/** librsvg computes SVG filters on whole pixels: drawn at this multiple and shrunk, their edges come out smooth. */
const FILTER_OVERSAMPLING = 2;

/** One drawing as 64×64 RGBA, straight alpha, proportions kept. Throws when it comes out empty. */
export async function rasterise(drawing: Drawing): Promise<Buffer> {
  const input = drawing.kind === 'svg' ? await svgPixels(drawing) : sharp(drawing.path);
  const pixels = await input
    .resize(IMAGE_SIZE, IMAGE_SIZE, { fit: 'contain', background: TRANSPARENT })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  if (pixels.length !== RENDERING_BYTES) throw new Error(`a rendering has ${pixels.length} bytes instead of ${RENDERING_BYTES}`);
  if (!hasInk(pixels)) throw new Error('a rendering is fully transparent');
  return pixels;
}

async function svgPixels(drawing: Extract<Drawing, { kind: 'svg' }>): Promise<Sharp> {
  const svg = drawing.svg(IMAGE_SIZE);
  if (!svg.includes('<filter')) return sharp(Buffer.from(svg)).flop(drawing.mirrored);
  // Through a buffer: asked to shrink an SVG, sharp would draw it small instead.
  const large = sharp(Buffer.from(drawing.svg(IMAGE_SIZE * FILTER_OVERSAMPLING))).flop(drawing.mirrored);
  const { data, info } = await large.toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } });
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
