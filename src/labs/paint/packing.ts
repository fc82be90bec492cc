/** Tokens as a short text for the address: each in the bits that its codebook needs, in the alphabet of base64url. */
import type { Canvas } from './edits';

const bitsOf = (codebook: number): number => Math.ceil(Math.log2(codebook));

/** [N] -> text */
export function pack(tokens: Uint16Array, codebook: number): string {
  const width = bitsOf(codebook);
  const bytes = new Uint8Array(Math.ceil((tokens.length * width) / 8));
  tokens.forEach((token, n) => {
    for (let bit = 0; bit < width; bit++) {
      const at = n * width + bit;
      if (token & (1 << bit)) bytes[at >> 3] = (bytes[at >> 3] as number) | (1 << (at & 7));
    }
  });
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The tokens of a text; null where it is not `count` tokens of the codebook. text -> [N] */
export function unpack(text: string, count: number, codebook: number): Uint16Array | null {
  const width = bitsOf(codebook);
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length !== Math.ceil((Math.ceil((count * width) / 8) * 4) / 3)) return null;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const tokens = Uint16Array.from({ length: count }, (_, n) => {
    let token = 0;
    for (let bit = 0; bit < width; bit++) {
      const at = n * width + bit;
      if ((bytes[at >> 3] as number) & (1 << (at & 7))) token |= 1 << bit;
    }
    return token;
  });
  return tokens.every((token) => token < codebook) ? tokens : null;
}

/** Stands between the image's tokens and the other's; not of the alphabet. */
const MARK = '.';

/** Both grids of a canvas, the other image's only where it is not as it was. */
export function packCanvas({ tokens, other }: Canvas, ground: Canvas, codebook: number): string {
  const isOtherChanged = other.some((token, cell) => token !== ground.other[cell]);
  return isOtherChanged ? `${pack(tokens, codebook)}${MARK}${pack(other, codebook)}` : pack(tokens, codebook);
}

/** Whether a text is a canvas of `count` tokens of the codebook. */
export function isCanvas(text: string, count: number, codebook: number): boolean {
  const blank = new Uint16Array(count);
  return unpackCanvas(text, { tokens: blank, other: blank }, codebook) !== null;
}

/** The canvas of a text; null where it is none of this grid and codebook. */
export function unpackCanvas(text: string, ground: Canvas, codebook: number): Canvas | null {
  const [first = '', second] = text.split(MARK);
  const tokens = unpack(first, ground.tokens.length, codebook);
  const other = second === undefined ? ground.other : unpack(second, ground.other.length, codebook);
  return tokens && other && { tokens, other };
}
