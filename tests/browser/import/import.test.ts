/** Readers' files in a real browser: what opens, what is refused and why, and that nothing runs, leaks or hangs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { prepareImage } from '../../../src/dataset/prepare';
import { sha256Hex } from '../../../src/model/weights';
import { decodeFile } from '../../../training/encode/decode-file';
import {
  animation,
  apng,
  bmp,
  cutAt,
  HEIGHT,
  heicHead,
  ico,
  jpegsOf,
  jpegWithRestarts,
  photograph,
  plainPng,
  pngStating,
  scene,
  svg,
  usageBomb,
  WIDTH,
} from '../../unit/import/picture-files';
import { type Imported, type Importing, importIn, opened, openImportPage } from './import-page';

/** A pixel of the 64×64 picture that the models would get. */
const pixel = ({ prepared }: Imported, x: number, y: number) => [...prepared.subarray((y * 64 + x) * 3, (y * 64 + x) * 3 + 3)];

/** The same file as the shell decodes it. */
async function inShell(file: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  try {
    writeFileSync(join(folder, 'picture'), file);
    return (await decodeFile(join(folder, 'picture'))).image;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fails unless browser and shell read the very same pixels. */
async function expectSamePixels(page: Page, file: Uint8Array, what: string): Promise<void> {
  const [browser, shell] = [await opened(page, file), await inShell(file)];
  expect([browser.width, browser.height, browser.digest], what).toEqual([
    shell.width,
    shell.height,
    sha256Hex(new Uint8Array(shell.data)),
  ]);
}

/** Largest difference between what the models get in the browser and in the shell, of 255. */
async function largestDifference(page: Page, file: Uint8Array): Promise<number> {
  const { prepared } = await opened(page, file);
  const { data } = prepareImage(await inShell(file), { ground: [0, 0, 0] });
  return prepared.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (data[i] ?? 0))), 0);
}

describe('files that open', () => {
  it('opens every common format, by its bytes and not its name', async () => {
    const page = await openImportPage();
    for (const format of ['png', 'jpeg', 'gif', 'webp', 'avif'] as const) {
      const image = await opened(page, await scene()[format]().toBuffer(), 'scene.txt');
      expect([image.width, image.height, image.notices, image.hasTransparency], format).toEqual([WIDTH, HEIGHT, [], false]);
    }
    expect(pixel(await opened(page, bmp()), 1, 1)).toEqual([128, 128, 128]);
    expect((await opened(page, await ico())).width).toBe(32);
  });

  it('gives the pixels that the shell decodes', async () => {
    const page = await openImportPage();
    await expectSamePixels(page, await scene().png().toBuffer(), 'png');
    await expectSamePixels(page, await scene().webp({ lossless: true }).toBuffer(), 'webp');
    await expectSamePixels(page, await scene(1700, 1300).png().toBuffer(), 'a large png');
    // Decoders may round a colour differently.
    expect(await largestDifference(page, await scene().jpeg({ quality: 90 }).toBuffer()), 'jpeg').toBeLessThanOrEqual(1);
    expect(await largestDifference(page, await scene(1700, 1300).jpeg().toBuffer()), 'a large jpeg').toBeLessThanOrEqual(1);
    expect(await largestDifference(page, await scene().webp().toBuffer()), 'webp').toBeLessThanOrEqual(1);
    expect(await largestDifference(page, await scene().avif().toBuffer()), 'avif').toBeLessThanOrEqual(1);
  });

  it('turns upright by EXIF, as the shell does', async () => {
    const page = await openImportPage();
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
        const turned = scene().withMetadata({ orientation });
        const file = await (format === 'webp' ? turned.webp({ lossless: true }) : turned[format]()).toBuffer();
        expect(await largestDifference(page, file), `${format} ${orientation}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('takes the first frame of what moves', async () => {
    const page = await openImportPage();
    for (const file of [
      await animation().gif().toBuffer(),
      await animation().webp({ lossless: true }).toBuffer(),
      await apng(3),
    ]) {
      const image = await opened(page, file);
      expect(pixel(image, 5, 5)).toEqual([255, 0, 0]);
      expect(image.notices).toEqual([{ code: 'first-frame' }]);
    }
  });

  it('opens deep, printed, tiny, transparent and very wide pictures', async () => {
    const page = await openImportPage();
    const deep = await opened(page, await scene().toColourspace('rgb16').png().toBuffer());
    expect(deep.notices).toEqual([{ code: 'high-depth', bits: 16 }]);
    expect((await opened(page, await scene().toColourspace('cmyk').jpeg().toBuffer())).notices).toEqual([{ code: 'cmyk' }]);
    const single = await opened(page, await plainPng(1, 1));
    expect(single.notices).toEqual([{ code: 'enlarged', width: 1, height: 1 }]);
    expect(pixel(single, 0, 0)).toEqual([255, 136, 0]);
    const clear = await opened(page, await scene().ensureAlpha(0.5).png().toBuffer());
    expect(clear.hasTransparency).toBe(true);
    const wide = await opened(page, await plainPng(20_000, 300));
    expect([wide.width, wide.height]).toEqual([10_000, 150]);
    expect(pixel(wide, 63, 63)).toEqual([255, 136, 0]);
  });

  it('draws an SVG of any size, and runs no script in it', async () => {
    const page = await openImportPage();
    const drawing = svg(
      '<script>top.ran = 1; parent.document.title = "ran"</script><rect width="20" height="20" fill="red" onload="top.ran = 1"/>',
      'viewBox="0 0 40 20" onload="top.ran = 1"',
    );
    const image = await opened(page, drawing);
    expect([image.width, image.height]).toEqual([1024, 512]);
    // The centred square, whose left half the red one covers.
    expect(pixel(image, 10, 30)).toEqual([255, 0, 0]);
    expect(pixel(image, 50, 30)).toEqual([0, 0, 0]);
    expect(image).toMatchObject({ hasTransparency: true, notices: [{ code: 'svg-script-ignored' }] });
    expect(await page.evaluate(() => [document.title, 'ran' in window])).toEqual(['empty', false]);
    expect((await opened(page, svg('<rect width="9" height="9"/>', ''))).width).toBe(1024);
    expect((await opened(page, Buffer.from('<svg width="9" height="9"><rect width="9" height="9"/></svg>'))).width).toBe(1024);
  });
});

describe('SVG with content that is not SVG', () => {
  const FOREIGN =
    '<foreignObject width="40" height="20"><p xmlns="http://www.w3.org/1999/xhtml" style="background:red">text</p></foreignObject>';
  const LEFT_OUT = [{ code: 'svg-foreign-content-left-out' }];

  it('is drawn without it, and in a switch with its substitute', async () => {
    const page = await openImportPage();
    const drawing = svg(`<rect width="40" height="20" fill="blue"/>${FOREIGN}`);
    const image = await opened(page, drawing);
    expect(pixel(image, 10, 10)).toEqual([0, 0, 255]);
    expect(image.notices).toEqual(LEFT_OUT);
    const illustrator = svg(
      '<switch>\n<foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:aipgfRef xlink:href="#pgf"/></foreignObject>\n<g i:extraneous="self"><rect width="40" height="20" fill="lime"/></g></switch>',
      'viewBox="0 0 40 20" xmlns:i="&ns_ai;" xmlns:xlink="http://www.w3.org/1999/xlink"',
      '<!DOCTYPE svg [<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>',
    );
    const substitute = await opened(page, illustrator);
    expect(pixel(substitute, 30, 30)).toEqual([0, 255, 0]);
    expect(substitute.notices).toEqual(LEFT_OUT);
    await expectSamePixels(page, illustrator, 'as the shell draws it');
  });

  it('is drawn where the content is in a picture within it', async () => {
    const page = await openImportPage();
    const inner = svg(`<rect width="40" height="20" fill="lime"/>${FOREIGN}`).toString('base64');
    const image = await opened(page, svg(`<image href="data:image/svg+xml;base64,${inner}" width="40" height="20"/>`));
    expect(pixel(image, 30, 30)).toEqual([0, 255, 0]);
    expect(image.notices).toEqual(LEFT_OUT);
  });
});

describe('JPEG files without their end marker', () => {
  it('opens them where the picture is whole', async () => {
    const page = await openImportPage();
    for (const [kind, make] of Object.entries(jpegsOf(scene()))) {
      const file = await make();
      const { digest } = await opened(page, file);
      for (const missing of [1, 2]) expect((await opened(page, file.subarray(0, -missing))).digest, kind).toBe(digest);
    }
    const sections = jpegWithRestarts();
    expect((await opened(page, sections.subarray(0, -2))).digest).toBe((await opened(page, sections)).digest);
    const turned = await scene().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await largestDifference(page, turned.subarray(0, -2))).toBeLessThanOrEqual(1);
    const large = await photograph(3000, 2000);
    expect((await opened(page, large.subarray(0, -2))).digest).toBe((await opened(page, large)).digest);
  });

  it('refuses them where data are missing', async () => {
    const page = await openImportPage();
    const truncated = { failure: { code: 'truncated', format: 'jpeg' } };
    for (const [kind, make] of Object.entries(jpegsOf(scene()))) {
      const file = await make();
      for (const share of [0.5, 0.9, 0.97, 0.99]) {
        expect(await importIn(page, cutAt(file, share)), `${share} of ${kind}`).toMatchObject(truncated);
      }
    }
    const large = await photograph(3000, 2000);
    expect(await importIn(page, large.subarray(0, -2000))).toMatchObject(truncated);
    const sections = jpegWithRestarts();
    const marker = sections.lastIndexOf(Buffer.from([0xff, 0xd6]));
    expect(await importIn(page, sections.subarray(0, marker))).toMatchObject(truncated);
    expect(await importIn(page, sections.subarray(0, marker + 2))).toMatchObject(truncated);
  });
});

describe('files that are refused', () => {
  it('names the reason', async () => {
    const page = await openImportPage();
    const jpeg = await scene().jpeg().toBuffer();
    const png = await scene().png().toBuffer();
    const damaged = Buffer.from(png).fill(0x5a, 4000, 4040);
    const reason = async (file: Uint8Array) =>
      'failure' in (await importIn(page, file)) ? await importIn(page, file) : 'opened';
    expect(await reason(new Uint8Array())).toEqual({ failure: { code: 'empty', name: 'picture' } });
    expect(await reason(Buffer.from('hello'))).toMatchObject({ failure: { code: 'not-an-image', content: 'text' } });
    for (const [format, file] of Object.entries({
      jpeg,
      png,
      gif: await scene().gif().toBuffer(),
      webp: await scene().webp().toBuffer(),
      avif: await scene().avif().toBuffer(),
    })) {
      expect(await reason(cutAt(file, 0.6)), format).toMatchObject({ failure: { code: 'truncated', format } });
    }
    expect(await reason(damaged)).toMatchObject({ failure: { code: 'broken', format: 'png' } });
    expect(await reason(await pngStating(20_000, 20_000))).toMatchObject({ failure: { code: 'too-many-pixels' } });
    expect(await reason(await scene().tiff().toBuffer())).toMatchObject({
      failure: { code: 'unsupported-format', format: 'tiff', place: 'browser' },
    });
    expect(await reason(heicHead())).toMatchObject({ failure: { code: 'unsupported-format', format: 'heic' } });
    expect(await reason(svg('<g></h>'))).toMatchObject({ failure: { code: 'broken', format: 'svg' } });
    expect(await reason(svg('<image href="https://example.org/a.png"/>'))).toMatchObject({
      failure: { code: 'svg-external-reference' },
    });
    expect(await reason(svg(`<image srcset="https://example.org/a.png 2x"/>`))).toMatchObject({
      failure: { code: 'svg-external-reference' },
    });
    const filter = `<filter id="f">${'<feGaussianBlur stdDeviation="300"/>'.repeat(2000)}</filter>`;
    expect(await reason(svg(`${filter}<rect width="40" height="20" filter="url(#f)"/>`))).toMatchObject({
      failure: { code: 'svg-too-complex' },
    });
    expect(await reason(usageBomb(12))).toMatchObject({ failure: { code: 'svg-too-complex' } });
  });

  it('does not read what is too large, and says so where a file has gone', async () => {
    const page = await openImportPage();
    const codes = await page.evaluate(async () => {
      const { importImage } = (globalThis as unknown as { importing: Importing }).importing;
      const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
      const files = [new Blob([new Uint8Array(50 * 1024 * 1024 + 1)]), Object.assign(new Blob(['a']), { arrayBuffer: gone })];
      return Promise.all(
        files.map((file) => importImage(file, 'a').catch((error: { failure: { code: string } }) => error.failure.code)),
      );
    });
    expect(codes).toEqual(['too-large', 'unreadable']);
  });

  it('gives up when time is up', async () => {
    const page = await openImportPage();
    expect(await importIn(page, await plainPng(4000, 4000), 'slow.png', 0.001)).toEqual({
      failure: { code: 'timed-out', seconds: 0.001, name: 'slow.png' },
    });
  });
});

describe('the page meanwhile', () => {
  it('stays alive while a large photograph is opened', async () => {
    const page = await openImportPage();
    const file = await photograph(3000, 2000);
    await page.evaluate(() => {
      const state = { longest: 0, last: performance.now() };
      Object.assign(globalThis, { state });
      setInterval(() => {
        state.longest = Math.max(state.longest, performance.now() - state.last);
        state.last = performance.now();
      }, 10);
    });
    const started = Date.now();
    const image = await opened(page, file);
    expect([image.width, image.height]).toEqual([1500, 1000]);
    const longest = await page.evaluate(() => (globalThis as unknown as { state: { longest: number } }).state.longest);
    // Nothing takes as long as the whole: that would be a frozen page. The figure leaves room for a busy machine.
    expect(longest).toBeLessThan(Math.max(500, (Date.now() - started) / 2));
  });
});

describe('browsers that hide pixels', () => {
  /** Stands for the protections against fingerprinting of Brave (least bits) and Firefox (everything). */
  const disguise = (page: Page, strength: 'slight' | 'total') =>
    page.evaluate((kind) => {
      const prototype = CanvasRenderingContext2D.prototype;
      const original = prototype.getImageData;
      prototype.getImageData = function (...args: Parameters<typeof original>) {
        const image = original.apply(this, args);
        for (let i = 0; i < image.data.length; i++) {
          if (kind === 'total') image.data[i] = (i * 7919) % 256;
          else if (i % 97 === 0) image.data[i] = (image.data[i] ?? 0) ^ 1;
        }
        return image;
      };
    }, strength);

  it('says that the codes may differ where pixels are altered', async () => {
    const page = await openImportPage();
    await disguise(page, 'slight');
    expect((await opened(page, await scene().png().toBuffer())).notices).toEqual([{ code: 'canvas-altered' }]);
  });

  it('does not pretend where they are withheld', async () => {
    const page = await openImportPage();
    await disguise(page, 'total');
    expect(await importIn(page, await scene().png().toBuffer())).toMatchObject({ failure: { code: 'canvas-blocked' } });
  });
});
