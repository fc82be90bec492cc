/** Both encodings of a picture as a document: what the page's JSON download and a line of the shell's `--json` hold. */
import type { EncodingDocument } from './encoding-document-schema';
import type { CaptionMatch, Encoding } from './protocol';

export interface DocumentContents {
  readonly image: string;
  readonly encoding: Encoding;
  /** Captions in place of those of the encoding, which are in one language. */
  readonly captions?: readonly CaptionMatch[];
  /** Carry the codebook too. */
  readonly withEntries?: boolean;
}

/** Digits that give back every float32 exactly. */
const FLOAT32_DIGITS = 9;

/** Builds the document of an encoding. */
export function encodingDocument({ image, encoding, captions, withEntries = false }: DocumentContents): EncodingDocument {
  const { understanding, generation } = encoding;
  const { grid, codebook, codeDim, tokens, entries, metrics } = generation;
  return {
    image,
    models: Object.fromEntries([understanding.model, generation.model].map(({ id, sha256 }) => [id, { sha256 }])),
    embedding: shortened(understanding.embedding),
    nearest: understanding.nearest.map(({ concept, artist, cosine }) => ({ concept, artist, cosine })),
    captions: (captions ?? understanding.captions).map(({ text, lang, cosine }) => ({ text, lang, cosine })),
    grid,
    codebook,
    tokens: rowsOf(Array.from(tokens), grid),
    metrics: { ...metrics },
    ...(withEntries ? { entries: rowsOf(shortened(entries), codeDim) } : {}),
  };
}

function shortened(values: Float32Array): number[] {
  return Array.from(values, (value) => Number(value.toPrecision(FLOAT32_DIGITS)));
}

function rowsOf(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width));
}
