/** Turning upright: the file is made to say "upright", and the pixels are turned as sharp turns them. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Orientation } from '../../../src/image-file/headers/header';
import { readHeader } from '../../../src/image-file/headers/read-header';
import { uprightPixels, withoutOrientation } from '../../../src/image-file/orientation';
import { scene } from './picture-files';

const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

describe('orientation', () => {
  it.each(ORIENTATIONS)('turns pixels of orientation %i upright', async (orientation) => {
    const file = await scene().withMetadata({ orientation }).png().toBuffer();
    const stored = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const upright = await sharp(file).autoOrient().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const { width, height } = stored.info;
    const turned = uprightPixels({ width, height, data: new Uint8ClampedArray(stored.data) }, orientation);
    expect([turned.width, turned.height]).toEqual([upright.info.width, upright.info.height]);
    expect(Buffer.from(turned.data).equals(upright.data)).toBe(true);
  });

  it.each(['jpeg', 'png', 'webp', 'tiff'] as const)('takes the orientation out of a %s and leaves it whole', async (format) => {
    const file = new Uint8Array(await scene().withMetadata({ orientation: 6 })[format]().toBuffer());
    const neutral = withoutOrientation(file, format, readHeader(file, format).orientation);
    expect(readHeader(neutral, format).orientation?.value).toBe(1);
    expect((await sharp(neutral, { failOn: 'warning' }).metadata()).orientation).toBe(1);
    const [before, after] = await Promise.all([sharp(file).raw().toBuffer(), sharp(neutral).raw().toBuffer()]);
    expect(after.equals(before)).toBe(true);
  });

  it('does not copy a file that is upright', async () => {
    const file = new Uint8Array(await scene().png().toBuffer());
    expect(withoutOrientation(file, 'png', null)).toBe(file);
  });
});
