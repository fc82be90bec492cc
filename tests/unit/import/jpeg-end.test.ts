/** JPEG files without their end marker: whole ones are opened as if they had it, in the shell; cut ones are refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { ImportError } from '../../../src/image-file/failures';
import { decodeFile } from '../../../training/encode/decode-file';
import { cutAt, jpegsOf, jpegWithRestarts, photograph, scene } from './picture-files';

const folder = mkdtempSync(join(tmpdir(), 'jpegs-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function decode(file: Uint8Array): Promise<Buffer | string> {
  const path = join(folder, 'picture');
  writeFileSync(path, file);
  try {
    return Buffer.from((await decodeFile(path)).image.data);
  } catch (error) {
    if (error instanceof ImportError) return error.failure.code;
    throw error;
  }
}

const PICTURES: Readonly<Record<string, () => Promise<Sharp>>> = {
  'a scene': async () => scene(),
  'a plain colour': async () => scene().blur(200),
  'a grey scene': async () => scene().greyscale(),
};

describe.each(Object.keys(PICTURES))('%s', (name) => {
  it.each(['baseline', 'progressive', 'optimised'] as const)('is whole without its end marker: %s', async (kind) => {
    const picture = await PICTURES[name]?.();
    const file = await jpegsOf(picture ?? scene())[kind]();
    const whole = await decode(file);
    expect(whole).toBeInstanceOf(Buffer);
    for (const missing of [1, 2]) expect(await decode(file.subarray(0, -missing)), `${missing}`).toEqual(whole);
  });
});

describe('a file that is cut', () => {
  it.each(['baseline', 'progressive', 'optimised'] as const)('is refused at any length: %s', async (kind) => {
    const file = await jpegsOf(scene())[kind]();
    for (const share of [0.3, 0.5, 0.75, 0.9, 0.97, 0.99]) {
      expect(await decode(cutAt(file, share)), `${share}`).toBe('truncated');
    }
  });

  it('is refused though a large picture is shrunk', async () => {
    const file = await photograph(2400, 1600);
    expect(await decode(file.subarray(0, -2))).toEqual(await decode(file));
    for (const missing of [200, 2000, 20_000]) expect(await decode(file.subarray(0, -missing)), `${missing}`).toBe('truncated');
  });

  it('is refused where a section ends, and is whole where the last one does', async () => {
    const file = jpegWithRestarts();
    const whole = await decode(file);
    expect(whole).toBeInstanceOf(Buffer);
    expect(await decode(file.subarray(0, -2))).toEqual(whole);
    const markers = [...file.keys()].filter((i) => file[i] === 0xff && (file[i + 1] ?? 0) >= 0xd0 && (file[i + 1] ?? 0) <= 0xd7);
    expect(markers.length).toBeGreaterThan(5);
    for (const marker of markers) {
      expect(await decode(file.subarray(0, marker)), `before ${marker}`).toBe('truncated');
      expect(await decode(file.subarray(0, marker + 2)), `behind ${marker}`).toBe('truncated');
    }
  });
});
