/** Both encodings of a picture for a person to read. */
import type { CaptionMatch, Encoding, NearestConcept } from '../../src/engine/protocol';
import type { Gallery } from '../../src/engine/stores/gallery';
import { LANGUAGES } from '../../src/model/types';

export interface SummaryContents {
  readonly name: string;
  readonly encoding: Encoding;
  readonly captions: readonly CaptionMatch[];
  readonly gallery: Gallery;
}

const NUMBERS_SHOWN = 8;

/** Several lines, the last of which ends with a line break. */
export function summary({ name, encoding, captions, gallery }: SummaryContents): string {
  const { understanding, generation } = encoding;
  const { embedding, nearest } = understanding;
  const { grid, codebook, tokens, metrics } = generation;
  const beginning = Array.from(embedding.subarray(0, NUMBERS_SHOWN), (value) => value.toFixed(3)).join(' ');
  const quality = metrics.psnr === null ? 'identical' : `PSNR ${metrics.psnr.toFixed(2)} dB`;
  const usage = codebook === 'inf' ? 'no quantiser' : `${metrics.codesUsed} of ${codebook} codes used`;
  const lines = [
    name,
    `  Understanding (${understanding.model.id}): unit vector of ${embedding.length}: ${beginning} …`,
    `    nearest: ${nearest.map((match) => concept(match, gallery)).join(' · ')}`,
    ...LANGUAGES.map((language) => `    captions (${language}): ${captionsIn(captions, language)}`),
    `  Generation (${generation.model.id}): ${grid}×${grid} tokens, codebook ${codebook === 'inf' ? '∞' : codebook}`,
    `    ${quality} · SSIM ${metrics.ssim.toFixed(3)} · ${metrics.bitsPerImage.toLocaleString('en')} bits · ${usage}`,
    ...tokenRows(tokens, grid).map((row) => `    ${row}`),
  ];
  return `${lines.join('\n')}\n`;
}

function concept({ index, artist, cosine }: NearestConcept, { concepts }: Gallery): string {
  const row = concepts[index];
  return `${row?.emoji} ${row?.label.en} (${artist}) ${cosine.toFixed(3)}`;
}

function captionsIn(captions: readonly CaptionMatch[], language: CaptionMatch['lang']): string {
  return captions
    .filter(({ lang }) => lang === language)
    .map(({ text, cosine }) => `${text} ${cosine.toFixed(3)}`)
    .join(' · ');
}

function tokenRows(tokens: Uint16Array, grid: number): readonly string[] {
  const width = String(tokens.reduce((a, b) => Math.max(a, b), 0)).length;
  const cells = Array.from(tokens, (token) => String(token).padStart(width));
  return Array.from({ length: tokens.length / grid }, (_, row) => cells.slice(row * grid, (row + 1) * grid).join(' '));
}
