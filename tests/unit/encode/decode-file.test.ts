/** Picture files in the shell: decoded upright and in sRGB, or refused with the page's reasons. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ImportError, type ImportFailure } from '../../../src/image-file/failures';
import { decodeFile } from '../../../training/encode/decode-file';
import {
  animation,
  bmp,
  cutAt,
  HEIGHT,
  heicHead,
  plainPng,
  scene,
  scenePixels,
  svg,
  usageBomb,
  WIDTH,
} from '../import/picture-files';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function write(bytes: Uint8Array, name = `picture-${files++}`): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function failure(path: string): Promise<ImportFailure> {
  const error = await decodeFile(path).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (error instanceof ImportError) return error.failure;
  throw new Error(`not refused: ${String(error)}`);
}

const pixel = ({ width, data }: { width: number; data: Uint8ClampedArray | Uint8Array }, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

describe('decodeFile', () => {
  it('gives the pixels of a lossless picture exactly, whatever its name says', async () => {
    const { image, notices, name } = await decodeFile(write(await scene().png().toBuffer(), 'scene.jpg'));
    expect(name).toBe('scene.jpg');
    expect(notices).toEqual([]);
    expect([image.width, image.height]).toEqual([WIDTH, HEIGHT]);
    const rgb = image.data.filter((_, i) => i % 4 !== 3);
    expect(Buffer.from(rgb).equals(scenePixels())).toBe(true);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('turns a %s upright', async (format) => {
    const { image } = await decodeFile(write(await scene().withMetadata({ orientation: 6 })[format]().toBuffer()));
    expect([image.width, image.height]).toEqual([HEIGHT, WIDTH]);
    // The stored picture is dark at its left and bright at its right; turned clockwise, at its top and bottom.
    expect(pixel(image, 10, 2)[0]).toBeLessThan(40);
    expect(pixel(image, 10, WIDTH - 3)[0]).toBeGreaterThan(215);
  });

  it('takes the first frame, 8 bits and screen colours, and says so', async () => {
    const moving = await decodeFile(write(await animation().webp({ lossless: true }).toBuffer()));
    expect(pixel(moving.image, 5, 5)).toEqual([255, 0, 0, 255]);
    expect(moving.notices).toEqual([{ code: 'first-frame' }]);
    const deep = await decodeFile(write(await scene().toColourspace('rgb16').png().toBuffer()));
    expect(deep.notices).toEqual([{ code: 'high-depth', bits: 16 }]);
    expect(pixel(deep.image, 48, 32)).toEqual([...scenePixels().subarray((32 * WIDTH + 48) * 3, (32 * WIDTH + 48) * 3 + 3), 255]);
    const print = await decodeFile(write(await scene().toColourspace('cmyk').jpeg().toBuffer()));
    expect(print.notices).toEqual([{ code: 'cmyk' }]);
  });

  it('handles one pixel, grey, transparency and great width', async () => {
    const single = await decodeFile(write(await plainPng(1, 1)));
    expect(single.notices).toEqual([{ code: 'enlarged', width: 1, height: 1 }]);
    expect(pixel(single.image, 0, 0)).toEqual([255, 136, 0, 255]);
    const grey = await decodeFile(write(await scene().greyscale().png().toBuffer()));
    expect(grey.image.data).toHaveLength(WIDTH * HEIGHT * 4);
    const clear = await decodeFile(write(await scene().ensureAlpha(0).png().toBuffer()));
    expect(pixel(clear.image, 1, 1)[3]).toBe(0);
    const wide = await decodeFile(write(await plainPng(20_000, 300)));
    expect(wide.image.width).toBe(10_000);
  });

  it('draws an SVG without running or fetching anything', async () => {
    const drawn = await decodeFile(write(svg('<script>alert(1)</script><rect width="20" height="20" fill="red"/>')));
    expect(drawn.notices).toEqual([{ code: 'svg-script-ignored' }]);
    expect([drawn.image.width, drawn.image.height]).toEqual([1024, 512]);
    expect(pixel(drawn.image, 100, 100)).toEqual([255, 0, 0, 255]);
    expect(pixel(drawn.image, 1000, 100)[3]).toBe(0);
  });

  it('refuses what cannot be opened, with the reason', async () => {
    expect(await failure(join(folder, 'nowhere.png'))).toMatchObject({ code: 'unreadable', name: 'nowhere.png' });
    expect(await failure(write(new Uint8Array()))).toMatchObject({ code: 'empty' });
    expect(await failure(write(Buffer.from('hello')))).toMatchObject({ code: 'not-an-image', content: 'text' });
    expect(await failure(write(cutAt(await scene().jpeg().toBuffer(), 0.6)))).toMatchObject({
      code: 'truncated',
      format: 'jpeg',
    });
    const png = await scene().png().toBuffer();
    const middle = Math.floor(png.length / 2);
    png.fill(0x5a, middle, middle + 20);
    expect(await failure(write(png))).toMatchObject({ code: 'broken', format: 'png' });
    expect(await failure(write(bmp()))).toMatchObject({ code: 'unsupported-format', format: 'bmp', place: 'shell' });
    expect(await failure(write(heicHead()))).toMatchObject({ code: 'unsupported-format', format: 'heic' });
    expect(await failure(write(svg('<image href="/etc/passwd"/>')))).toMatchObject({ code: 'svg-external-reference' });
    expect(await failure(write(usageBomb(12)))).toMatchObject({ code: 'svg-too-complex' });
  });
});
