/** Every refusal and notice has a sentence in both languages that names the file. */
import { describe, expect, it } from 'vitest';
import { ImportError, type ImportFailure, type ImportNotice } from '../../../src/image-file/failures';
import { inspectFile } from '../../../src/image-file/inspect';
import { MAX_FILE_BYTES } from '../../../src/image-file/limits';
import { displayName, failureText, noticeText } from '../../../src/image-file/text';
import { LANGUAGES } from '../../../src/model/types';
import { bmp, cutAt, heicHead, pngStating, scene, svg } from './picture-files';

const FAILURES: Readonly<Record<ImportFailure['code'], ImportFailure>> = {
  unreadable: { code: 'unreadable', name: 'a.png' },
  empty: { code: 'empty', name: 'a.png' },
  'too-large': { code: 'too-large', bytes: MAX_FILE_BYTES + 1, name: 'a.png' },
  'not-an-image': { code: 'not-an-image', content: 'pdf', name: 'a.png' },
  truncated: { code: 'truncated', format: 'jpeg', name: 'a.png' },
  broken: { code: 'broken', format: 'png', name: 'a.png' },
  'too-many-pixels': { code: 'too-many-pixels', width: 20_000, height: 20_000, name: 'a.png' },
  'unsupported-format': { code: 'unsupported-format', format: 'heic', place: 'browser', name: 'a.png' },
  'svg-external-reference': { code: 'svg-external-reference', reference: 'https://example.org/', name: 'a.png' },
  'svg-too-complex': { code: 'svg-too-complex', name: 'a.png' },
  'timed-out': { code: 'timed-out', seconds: 30, name: 'a.png' },
  'canvas-blocked': { code: 'canvas-blocked', name: 'a.png' },
};
const NOTICES: Readonly<Record<ImportNotice['code'], ImportNotice>> = {
  'first-frame': { code: 'first-frame' },
  'high-depth': { code: 'high-depth', bits: 16 },
  cmyk: { code: 'cmyk' },
  'svg-script-ignored': { code: 'svg-script-ignored' },
  'svg-foreign-content-left-out': { code: 'svg-foreign-content-left-out' },
  enlarged: { code: 'enlarged', width: 1, height: 1 },
  'canvas-altered': { code: 'canvas-altered' },
};
const refusal = (file: Uint8Array, name: string): ImportFailure => {
  try {
    inspectFile(file, name);
  } catch (error) {
    if (error instanceof ImportError) return error.failure;
  }
  throw new Error('not refused');
};

describe.each(LANGUAGES)('sentences in %s', (language) => {
  const ends = language === 'zh' ? /。$/ : /\.$/;

  it.each(Object.values(FAILURES))('names the file and the reason of $code', (failure) => {
    const sentence = failureText(failure, language);
    expect(sentence).toContain('a.png');
    expect(sentence).toMatch(ends);
    expect(sentence).not.toMatch(/undefined|NaN|\$\{/);
  });

  it.each(Object.values(NOTICES))('names the file of the notice $code', (notice) => {
    expect(noticeText(notice, 'a.png', language)).toContain('a.png');
    expect(noticeText(notice, 'a.png', language)).toMatch(ends);
  });

  it('has a sentence of its own for each reason', () => {
    const sentences = [
      ...Object.values(FAILURES).map((failure) => failureText(failure, language)),
      ...Object.values(NOTICES).map((notice) => noticeText(notice, 'a.png', language)),
    ];
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

describe('formats that a place cannot decode', () => {
  it.each(['bmp', 'ico', 'heic', 'tiff'] as const)('says what to convert %s to', (format) => {
    for (const place of ['browser', 'shell'] as const) {
      const failure = { code: 'unsupported-format', format, place, name: 'a' } as const;
      expect(failureText(failure, 'en')).toMatch(/Convert it to JPEG or PNG\.$/);
      expect(failureText(failure, 'zh')).toMatch(/请把它转换成 JPEG 或 PNG。$/);
    }
  });
});

describe('figures', () => {
  it('shows that a file just over the limit is over it', () => {
    expect(failureText(FAILURES['too-large'], 'en')).toContain('50.1 MB, where at most 50 MB');
    expect(failureText({ code: 'too-many-pixels', width: 12_001, height: 10_000, name: 'a' }, 'en')).toContain(
      '121 megapixels), where at most 120',
    );
    expect(failureText({ code: 'too-many-pixels', width: 12_001, height: 10_000, name: 'a' }, 'zh')).toContain(
      '1.21 亿像素），而最多只能打开 1.2 亿像素',
    );
  });
});

describe('names', () => {
  it('cannot drive a terminal or turn a sentence around', () => {
    expect(displayName('a\u001b[31m\u202egnp.exe\n.png')).toBe('a[31mgnp.exe.png');
    expect(displayName('👩‍🚀 宇航员.png')).toBe('👩‍🚀 宇航员.png');
  });

  it('loses its middle when it is very long', () => {
    const shown = displayName(`${'x'.repeat(300)}.jpeg`);
    expect(shown).toHaveLength(59);
    expect(shown).toMatch(/^x+…x+\.jpeg$/);
  });
});

describe('inspectFile', () => {
  it('says what is wrong with a file', async () => {
    const jpeg = await scene().jpeg().toBuffer();
    expect(refusal(new Uint8Array(), 'a')).toEqual({ code: 'empty', name: 'a' });
    expect(refusal(new Uint8Array(MAX_FILE_BYTES + 1), 'a')).toEqual({ code: 'too-large', bytes: MAX_FILE_BYTES + 1, name: 'a' });
    expect(refusal(Buffer.from('hello'), 'cat.png')).toEqual({ code: 'not-an-image', content: 'text', name: 'cat.png' });
    expect(refusal(jpeg.subarray(0, 200), 'a')).toMatchObject({ code: 'truncated', format: 'jpeg' });
    expect(refusal(cutAt(await scene().png().toBuffer(), 0.5), 'a')).toMatchObject({ code: 'truncated', format: 'png' });
    expect(refusal(await pngStating(20_000, 20_000), 'a')).toMatchObject({
      code: 'too-many-pixels',
      width: 20_000,
      height: 20_000,
    });
    expect(refusal(await pngStating(70_000, 1), 'a')).toMatchObject({ code: 'too-many-pixels' });
    expect(refusal(await pngStating(0, 10), 'a')).toMatchObject({ code: 'broken', format: 'png' });
    expect(refusal(svg('<image href="http://a/"/>'), 'a')).toEqual({
      code: 'svg-external-reference',
      reference: 'http://a/',
      name: 'a',
    });
  });

  it('accepts what can be opened, with notices', async () => {
    expect(inspectFile(await pngStating(20_000, 300), 'wide.png')).toMatchObject({ kind: 'raster', notices: [] });
    expect(inspectFile(bmp(), 'a.bmp')).toMatchObject({ kind: 'raster', format: 'bmp' });
    expect(inspectFile(heicHead(), 'a.heic')).toMatchObject({ kind: 'raster', format: 'heic' });
    expect(inspectFile(svg('<script/>'), 'a.svg')).toMatchObject({ kind: 'svg', notices: [{ code: 'svg-script-ignored' }] });
    expect(inspectFile(svg('<foreignObject/>'), 'a.svg').notices).toEqual([{ code: 'svg-foreign-content-left-out' }]);
    const deep = await scene().toColourspace('rgb16').png().toBuffer();
    expect(inspectFile(deep, 'a.png').notices).toEqual([{ code: 'high-depth', bits: 16 }]);
  });
});
