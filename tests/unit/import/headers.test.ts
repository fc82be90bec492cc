/** What is read from a picture file before it is decoded: format, size, frames, depth, completeness. */
import { describe, expect, it } from 'vitest';
import { glanceAtContent, sniffFormat } from '../../../src/image-file/formats';
import { MalformedHeader } from '../../../src/image-file/headers/header';
import { type RasterFormat, readHeader } from '../../../src/image-file/headers/read-header';
import { animation, apng, bmp, cutAt, HEIGHT, heicHead, ico, scene, svg, WIDTH } from './picture-files';

const FILES: Readonly<Record<Exclude<RasterFormat, 'heic' | 'jxl' | 'jp2'>, () => Promise<Buffer>>> = {
  png: () => scene().png().toBuffer(),
  jpeg: () => scene().jpeg().toBuffer(),
  gif: () => scene().gif().toBuffer(),
  webp: () => scene().webp().toBuffer(),
  avif: () => scene().avif().toBuffer(),
  tiff: () => scene().tiff().toBuffer(),
  bmp: async () => bmp(WIDTH, HEIGHT),
  ico,
};
const FORMATS = Object.keys(FILES) as (keyof typeof FILES)[];

describe('formats', () => {
  it.each(FORMATS)('tells %s by its bytes, and its size', async (format) => {
    const file = await FILES[format]();
    expect(sniffFormat(file)).toBe(format);
    const size = format === 'ico' ? { width: 32, height: 32 } : { width: WIDTH, height: HEIGHT };
    expect(readHeader(file, format)).toMatchObject({ size, animated: false, bitsPerChannel: 8, cmyk: false });
  });

  it('tells the formats that it does not read further', () => {
    expect(sniffFormat(heicHead())).toBe('heic');
    expect(sniffFormat(Buffer.from([0xff, 0x0a, 1, 2]))).toBe('jxl');
    expect(sniffFormat(Buffer.from('\0\0\0\x0cjP  \r\n\x87\n', 'latin1'))).toBe('jp2');
  });

  it.each([
    ['plain', svg('')],
    [
      'with a declaration, comments and a document type',
      svg('', '', '\uFEFF<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY c "d">]>\n'),
    ],
    ['with a prefix', Buffer.from('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>')],
    ['in UTF-16', Buffer.from(`\uFEFF${svg('').toString()}`, 'utf16le')],
  ])('tells an SVG %s', (_, file) => expect(sniffFormat(file)).toBe('svg'));

  it.each([
    ['text', Buffer.from('dear diary,\n'), 'text'],
    ['HTML with an SVG in it', Buffer.from('<!DOCTYPE html><html><svg/></html>'), 'text'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ', 'latin1'), 'pdf'],
    ['a ZIP archive', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'archive'],
    ['an MP4 video', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'), 'video'],
    ['noise', Buffer.from([1, 2, 3, 200, 201]), null],
    ['one byte', Buffer.from([0xff]), null],
  ])('takes %s for no picture', (_, file, content) => {
    expect(sniffFormat(file)).toBeNull();
    expect(glanceAtContent(file)).toBe(content);
  });
});

describe('headers', () => {
  it.each(['gif', 'webp'] as const)('sees that a %s is animated', async (format) => {
    const file = await animation()
      [format]({ delay: [100, 100, 100] })
      .toBuffer();
    expect(readHeader(file, format)).toMatchObject({ animated: true, size: { width: WIDTH, height: HEIGHT } });
  });

  it('sees that a PNG is animated, but not by one frame', async () => {
    expect(readHeader(await apng(3), 'png').animated).toBe(true);
    expect(readHeader(await apng(1), 'png').animated).toBe(false);
  });

  it('sees 16 bits a channel and print colours', async () => {
    expect(readHeader(await scene().toColourspace('rgb16').png().toBuffer(), 'png').bitsPerChannel).toBe(16);
    const tiff = await scene().toColourspace('rgb16').tiff({ compression: 'deflate' }).toBuffer();
    expect(readHeader(tiff, 'tiff').bitsPerChannel).toBe(16);
    expect(readHeader(await scene().toColourspace('cmyk').jpeg().toBuffer(), 'jpeg').cmyk).toBe(true);
    expect(readHeader(await scene().toColourspace('cmyk').tiff().toBuffer(), 'tiff').cmyk).toBe(true);
  });

  it.each(['jpeg', 'png', 'webp', 'tiff'] as const)('finds the orientation in a %s', async (format) => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const file = await scene().withMetadata({ orientation })[format]().toBuffer();
      expect(readHeader(file, format).orientation?.value ?? 1).toBe(orientation);
    }
  });

  it('takes the orientation from the first EXIF of several', async () => {
    const file = await scene().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const at = file.indexOf('Exif\0\0', 0, 'latin1') - 4;
    // One that states nothing: a directory without entries.
    const empty = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 22]), Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0', 'latin1')]);
    expect(readHeader(Buffer.concat([file.subarray(0, at), empty, file.subarray(at)]), 'jpeg').orientation).toBeNull();
  });

  it.each(['png', 'gif', 'webp', 'avif', 'bmp', 'ico'] as const)('sees that a %s is cut short', async (format) => {
    const file = await FILES[format]();
    for (const share of [0.35, 0.6, 0.9, 0.97]) {
      expect(() => readHeader(cutAt(file, share), format), `${share} of ${format}`).toThrow(RangeError);
    }
  });

  it('leaves it to the decoder whether a JPEG that stops within its last scan is whole', async () => {
    const file = await FILES.jpeg();
    expect(readHeader(file, 'jpeg').lacksEnd).toBe(false);
    for (const missing of [1, 2, 3, 100])
      expect(readHeader(file.subarray(0, -missing), 'jpeg').lacksEnd, `${missing}`).toBe(true);
    const scan = file.indexOf(Buffer.from([0xff, 0xda]));
    for (const length of [scan - 40, scan, scan + 3, scan + 14]) {
      expect(() => readHeader(file.subarray(0, length), 'jpeg'), `${length}`).toThrow(RangeError);
    }
    // A download that stopped, in a file that had been made as long as it was to be.
    expect(() => readHeader(Buffer.concat([cutAt(file, 0.6), Buffer.alloc(200)]), 'jpeg')).toThrow(RangeError);
  });

  it('sees that a progressive JPEG lacks scans', async () => {
    const file = await scene().jpeg({ progressive: true }).toBuffer();
    const lastScan = file.lastIndexOf(Buffer.from([0xff, 0xda]));
    const scans = [...Array(file.length).keys()].filter((i) => file[i] === 0xff && file[i + 1] === 0xda);
    expect(scans.length).toBeGreaterThan(2);
    expect(() => readHeader(file.subarray(0, lastScan), 'jpeg')).toThrow(RangeError);
    expect(() => readHeader(file.subarray(0, (scans[1] ?? 0) + 30), 'jpeg')).toThrow(RangeError);
    expect(readHeader(file.subarray(0, -2), 'jpeg').lacksEnd).toBe(true);
  });

  it('sees that a TIFF ends before its directory', async () => {
    const file = await FILES.tiff();
    expect(() => readHeader(cutAt(file, 0.5), 'tiff')).toThrow(RangeError);
  });

  it('accepts a progressive JPEG, one with bytes behind it, and a GIF cut in its second frame', async () => {
    const progressive = await scene().jpeg({ progressive: true }).toBuffer();
    expect(readHeader(progressive, 'jpeg').size).toEqual({ width: WIDTH, height: HEIGHT });
    expect(readHeader(Buffer.concat([progressive, Buffer.from('a video')]), 'jpeg').size).not.toBeNull();
    const gif = await animation().gif().toBuffer();
    expect(readHeader(cutAt(gif, 0.6), 'gif').size).toEqual({ width: WIDTH, height: HEIGHT });
  });

  it('refuses a box that announces a 64-bit length shorter than its own head', () => {
    for (const length of [0, 15]) {
      const file = Buffer.concat([heicHead().subarray(0, 24), Buffer.from([0, 0, 0, 1]), Buffer.from('mdat'), Buffer.alloc(24)]);
      file.writeUInt32BE(length, 36);
      expect(() => readHeader(file, 'heic')).toThrow(MalformedHeader);
    }
  });

  it('never fails in another way than by saying so, whatever bytes are altered', async () => {
    for (const format of FORMATS) {
      const file = await FILES[format]();
      for (let i = 0; i < 300; i++) {
        const damaged = Buffer.from(file);
        damaged[(i * 7919) % file.length] = (i * 104_729) % 256;
        damaged[(i * 31) % Math.min(64, file.length)] = (i * 17) % 256;
        try {
          readHeader(damaged, format);
        } catch (error) {
          expect(String(error)).toMatch(/^(RangeError|Error): /);
        }
      }
    }
  });
});
