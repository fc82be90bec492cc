/** The shell command over good and bad files, on untrained weights of the real sizes. */
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodingDocumentSchema } from '../../../src/engine/encoding-document-schema';
import { decodeFile } from '../../../training/encode/decode-file';
import { findPictures } from '../../../training/encode/find-pictures';
import { parseOptions } from '../../../training/encode/options';
import { outputNames } from '../../../training/encode/reconstructions';
import { runEncode } from '../../../training/encode/run';
import { createFixtureSite } from '../engine/fixture-site';
import { cutAt, scene, svg } from '../import/picture-files';
import { writeSite } from './site-folder';

const folder = mkdtempSync(join(tmpdir(), 'encode-'));
const site = join(folder, 'site');
const pictures = join(folder, 'pictures');
const path = (name: string) => join(pictures, name);

beforeAll(async () => {
  writeSite(createFixtureSite(), site);
  mkdirSync(join(pictures, 'below'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  const jpeg = await scene().jpeg().toBuffer();
  writeFileSync(path('b good.png'), await scene().png().toBuffer());
  writeFileSync(path('a bad.jpg'), cutAt(jpeg, 0.5));
  writeFileSync(path('notes.txt'), 'not a picture');
  writeFileSync(path('no extension'), jpeg);
  writeFileSync(join(pictures, 'below', 'drawing.svg'), svg('<circle cx="10" cy="10" r="9" fill="teal"/>'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; printed: string; complaints: string[] }> {
  let printed = '';
  const complaints: string[] = [];
  const code = await runEncode(parseOptions(args), site, {
    print: (text) => {
      printed += text;
    },
    complain: (sentence) => complaints.push(sentence),
  });
  return { code, printed, complaints };
}

const documents = (printed: string) =>
  printed
    .trimEnd()
    .split('\n')
    .map((line) => encodingDocumentSchema.parse(JSON.parse(line)));

describe('encode --json', () => {
  it('prints a line a picture of a folder, and a sentence for each bad one', async () => {
    const { code, printed, complaints } = await run(pictures, '--json', '--codebook', '64');
    expect(code).toBe(1);
    expect(complaints).toEqual([
      '“a bad.jpg” is incomplete: this JPEG file ends before its picture does. Copy or download it again.',
    ]);
    expect(documents(printed).map(({ image }) => image)).toEqual([
      path('b good.png'),
      path('below/drawing.svg'),
      path('no extension'),
    ]);
  });

  it('gives both codes in full', async () => {
    const { code, printed } = await run(path('b good.png'), '--json', '--grid', '8', '--codebook', '4');
    expect(code).toBe(0);
    const [document] = documents(printed);
    expect(Math.hypot(...(document?.embedding ?? []))).toBeCloseTo(1, 5);
    expect(document).toMatchObject({ grid: 8, codebook: 4, metrics: { bitsPerImage: 128 } });
    expect(Object.keys(document?.models ?? {})).toEqual(['contrastive', 'vqvae-8']);
    expect(new Set(document?.captions.map(({ lang }) => lang))).toEqual(new Set(['en', 'zh']));
  });

  it('gives the same codes each time', async () => {
    const first = await run(path('b good.png'), '--json');
    expect((await run(path('b good.png'), '--json')).printed).toBe(first.printed);
  });
});

describe('encode', () => {
  it('prints a summary that a person can read', async () => {
    const { printed } = await run(path('b good.png'));
    expect(printed).toMatch(/^b good\.png\n {2}Understanding \(contrastive\): unit vector of 128: /);
    expect(printed).toMatch(
      /16×16 tokens, codebook 128\n {4}PSNR \d+\.\d\d dB · SSIM -?\d\.\d{3} · 1,792 bits · \d+ of 128 codes used/,
    );
    expect(
      printed
        .trimEnd()
        .split('\n')
        .slice(-16)
        .every((row) => row.trim().split(/\s+/).length === 16),
    ).toBe(true);
    expect((await run(path('b good.png'), '--codebook', 'inf')).printed).toContain('codebook ∞');
  });

  it('writes reconstructions', async () => {
    const out = join(folder, 'recon.png');
    await run(path('b good.png'), '--out', out);
    expect(await sharp(out).metadata()).toMatchObject({ format: 'png', width: 64, height: 64 });
    await run(path('b good.png'), path('no extension'), '--out', join(folder, 'r.png'));
    expect(existsSync(join(folder, 'r-b good.png'))).toBe(true);
    expect(existsSync(join(folder, 'r-no extension.png'))).toBe(true);
  });

  it('complains of what it cannot do', async () => {
    expect(await run(join(folder, 'empty'))).toMatchObject({
      code: 1,
      complaints: [expect.stringContaining('no picture in the folder')],
    });
    expect(await run(path('nowhere.png'))).toMatchObject({
      code: 1,
      complaints: [expect.stringContaining('“nowhere.png” could not be read')],
    });
    expect(await run(path('b good.png'), '--out', join(folder, 'no', 'such', 'folder.png'))).toMatchObject({
      code: 1,
      complaints: [expect.stringContaining('could not be written')],
    });
  });

  it.each(['b good.png', 'other name.png'])('refuses to write over a picture, named %s', async (name) => {
    const original = readFileSync(path('b good.png'));
    const other = path('other name.png');
    linkSync(path('b good.png'), other);
    try {
      const { code, printed, complaints } = await run(path('b good.png'), '--out', path(name));
      expect([code, printed]).toEqual([1, '']);
      expect(complaints).toEqual([expect.stringContaining(`would overwrite the picture “${path(name)}”`)]);
      expect(readFileSync(path('b good.png')).equals(original)).toBe(true);
    } finally {
      rmSync(other);
    }
  });

  it('says once what the engine lacks', async () => {
    const manifest = join(site, 'models', 'contrastive', 'manifest.json');
    const kept = readFileSync(manifest);
    rmSync(manifest);
    try {
      const { code, complaints } = await run(path('b good.png'), path('no extension'));
      expect(code).toBe(1);
      expect(complaints).toEqual([expect.stringContaining('weights-missing (contrastive/manifest.json)')]);
    } finally {
      writeFileSync(manifest, kept);
    }
  });
});

describe('pictures of a folder', () => {
  const linked = join(folder, 'linked');
  beforeAll(() => {
    mkdirSync(join(linked, 'folder'), { recursive: true });
    writeFileSync(join(linked, 'folder', 'deep.png'), '');
    symlinkSync(path('no extension'), join(linked, 'a link'));
    symlinkSync(linked, join(linked, 'folder', 'back'));
    symlinkSync('circle', join(linked, 'circle'));
    symlinkSync('nowhere', join(linked, 'dead'));
  });

  it('are found through links, which may lead in circles, and beside what cannot be read', () => {
    expect(findPictures([linked])).toEqual([
      { file: join(linked, 'a link') },
      { complaint: expect.stringMatching(/circle” could not be read: .*ELOOP/) },
      { complaint: expect.stringMatching(/dead” could not be read: .*ENOENT/) },
      { file: join(linked, 'folder', 'deep.png') },
    ]);
  });

  it('are tried where they are named themselves, and cannot be read', async () => {
    const circle = join(linked, 'circle');
    expect(findPictures([circle])).toEqual([{ file: circle }]);
    await expect(decodeFile(circle)).rejects.toMatchObject({ failure: { code: 'unreadable', name: 'circle' } });
  });
});

describe('names of reconstructions', () => {
  it('are the one given, or tell pictures apart', () => {
    expect(outputNames('x/recon.png', ['cat.jpg'])).toEqual(['x/recon.png']);
    expect(outputNames('x/recon.png', ['cat.jpg', 'a/cat.png', 'dog.gif'])).toEqual([
      'x/recon-cat.png',
      'x/recon-cat-2.png',
      'x/recon-dog.png',
    ]);
    expect(outputNames('x/recon', ['cat.jpg'])).toEqual(['x/recon.png']);
    expect(outputNames('x/recon.PNG', ['cat.jpg'])).toEqual(['x/recon.PNG']);
    expect(outputNames(folder, ['cat.jpg', 'a/cat.png'])).toEqual([join(folder, 'cat.png'), join(folder, 'cat-2.png')]);
    expect(() => outputNames('recon.jpg', ['cat.png'])).toThrow('a name that ends in .png, not “recon.jpg”');
  });
});
