/** Picture files for tests, made on the spot: a small coloured scene in every format, and files that are wrong in known ways. */
import sharp, { type Sharp } from 'sharp';

export const WIDTH = 96;
export const HEIGHT = 64;

/** RGB pixels in which no two corners are alike, so that every turn and mirroring shows. */
export function scenePixels(width = WIDTH, height = HEIGHT): Buffer {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      data[at] = Math.round((255 * x) / width);
      data[at + 1] = Math.round((255 * y) / height);
      data[at + 2] = (x * 7 + y * 13) % 64;
    }
  }
  return data;
}

export function scene(width = WIDTH, height = HEIGHT): Sharp {
  return sharp(scenePixels(width, height), { raw: { width, height, channels: 3 } });
}

/** Three plain frames: red, green, blue. */
export function animation(): Sharp {
  const colours = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
  ];
  const data = Buffer.concat(colours.map((colour) => Buffer.alloc(WIDTH * HEIGHT * 3, Buffer.from(colour))));
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT * 3, channels: 3, pageHeight: HEIGHT } });
}

/** A 24-bit uncompressed BMP of one colour. */
export function bmp(width = 4, height = 4): Buffer {
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + rowBytes * height, 0x80);
  file.fill(0, 0, 54);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  return file;
}

/** An icon that holds one PNG. */
export async function ico(): Promise<Buffer> {
  const png = await scene(32, 32).png().toBuffer();
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(32, 6);
  head.writeUInt8(32, 7);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, png]);
}

/** The beginning of a HEIC file as phones write it: enough to be told, not to be decoded. */
export function heicHead(): Buffer {
  const head = Buffer.alloc(32);
  head.writeUInt32BE(24, 0);
  head.write('ftypheic', 4);
  head.write('mif1heic', 16);
  head.writeUInt32BE(8, 24);
  head.write('mdat', 28);
  return head;
}

/** A PNG of one colour and any size; it takes few bytes. */
export function plainPng(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#f80' }, limitInputPixels: false })
    .png()
    .toBuffer();
}

/** A noisy photograph of any size, as JPEG. */
export function photograph(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 60 })
    .toBuffer();
}

/** A PNG that states a size it does not have: only its first bytes are read by who refuses it. */
export async function pngStating(width: number, height: number): Promise<Buffer> {
  const file = await plainPng(4, 4);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}

/** An APNG of plain frames, the first of which is red. */
export async function apng(frames: number): Promise<Buffer> {
  const colours = ['#f00', '#0f0', '#00f'];
  const files = await Promise.all(
    Array.from({ length: frames }, (_, i) =>
      sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: colours[i % 3] ?? '#f00' } })
        .png()
        .toBuffer(),
    ),
  );
  let sequence = 0;
  const parts = files.flatMap((file, frame) => {
    const control = pngChunk('fcTL', words(sequence++, WIDTH, HEIGHT, 0, 0, 0x0001_000a, 0).subarray(0, 26));
    const data = imageData(file);
    return [control, frame === 0 ? pngChunk('IDAT', data) : pngChunk('fdAT', Buffer.concat([words(sequence++), data]))];
  });
  const [first = Buffer.alloc(0)] = files;
  return Buffer.concat([first.subarray(0, 33), pngChunk('acTL', words(frames, 0)), ...parts, pngChunk('IEND', Buffer.alloc(0))]);
}

/** Unsigned 32-bit numbers, big-endian. */
function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => buffer.writeUInt32BE(value, i * 4));
  return buffer;
}

/** The compressed pixels of a PNG. */
function imageData(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** An SVG document around some content. */
export function svg(content: string, attributes = 'viewBox="0 0 40 20"', before = ''): Buffer {
  return Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`);
}

/** An SVG in which groups use groups: `levels` lines that ask for 10^levels rectangles. */
export function usageBomb(levels: number): Buffer {
  const groups = Array.from({ length: levels }, (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`);
  return svg(`<defs><rect id="g0" width="1" height="1"/>${groups.join('')}</defs><use href="#g${levels}"/>`);
}

/** The first part of a file. */
export function cutAt(file: Buffer, share: number): Buffer {
  return file.subarray(0, Math.floor(file.length * share));
}

/** A picture as JPEG of each kind that encoders write. */
export function jpegsOf(picture: Sharp): Readonly<Record<'baseline' | 'progressive' | 'optimised', () => Promise<Buffer>>> {
  return {
    baseline: () => picture.clone().jpeg({ optimiseCoding: false }).toBuffer(),
    progressive: () => picture.clone().jpeg({ progressive: true }).toBuffer(),
    optimised: () => picture.clone().jpeg({ mozjpeg: true, quality: 70 }).toBuffer(),
  };
}

/** A grey JPEG of 64 plain blocks whose scan is in eight sections, with a restart marker between them, as cameras write. */
export function jpegWithRestarts(): Buffer {
  const segment = (marker: number, ...bytes: readonly number[]) => Buffer.from([0xff, marker, 0, bytes.length + 2, ...bytes]);
  const counts = (length: number, codes: number) => Array.from({ length: 16 }, (_, i) => (i + 1 === length ? codes : 0));
  const sections = Array.from({ length: 8 }, (_, row) => {
    let bits = '';
    let before = 0;
    for (let column = 0; column < 8; column++) {
      const level = ((row * 37 + column * 23) % 61) - 30;
      bits += differenceBits(level - before);
      before = level;
    }
    const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
    const bytes = (padded.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
    const stuffed = bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]));
    return Buffer.from(row < 7 ? [...stuffed, 0xff, 0xd0 + row] : stuffed);
  });
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, 0, ...new Array(64).fill(16)),
    segment(0xc0, 8, 0, 64, 0, 64, 1, 1, 0x11, 0),
    segment(0xc4, 0x00, ...counts(4, 8), 0, 1, 2, 3, 4, 5, 6, 7),
    segment(0xc4, 0x10, ...counts(1, 1), 0),
    segment(0xdd, 0, 8),
    segment(0xda, 1, 1, 0, 0, 63, 0),
    ...sections,
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A block by how much lighter it is than the one before: the number of digits, the digits, and the end of the block. */
function differenceBits(difference: number): string {
  const digits = difference === 0 ? '' : Math.abs(difference).toString(2);
  const written = difference < 0 ? digits.replace(/[01]/g, (digit) => (digit === '0' ? '1' : '0')) : digits;
  return `${digits.length.toString(2).padStart(4, '0')}${written}0`;
}
