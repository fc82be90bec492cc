/** The document of both encodings: its form, and what it refuses. */
import { describe, expect, it } from 'vitest';
import { encodingDocument } from '../../../src/engine/encoding-document';
import { type EncodingDocument, encodingDocumentSchema } from '../../../src/engine/encoding-document-schema';
import type { Encoding } from '../../../src/engine/protocol';
import type { CodebookSize, GridSize } from '../../../src/model/types';

function encoding(grid: GridSize, codebook: CodebookSize): Encoding {
  const cells = grid * grid;
  const entries = codebook === 'inf' ? 0 : codebook;
  return {
    understanding: {
      model: { id: 'contrastive', sha256: 'a'.repeat(64) },
      embedding: Float32Array.from({ length: 128 }, (_, i) => Math.sin(i) / 8),
      attention: new Float32Array(64),
      attentionSide: 8,
      nearest: [{ index: 3, concept: '1F431', artist: 'noto', cosine: 0.5 }],
      captions: [{ concept: '1F431', text: 'cat face', lang: 'en', cosine: 0.25 }],
    },
    generation: {
      model: { id: `vqvae-${grid}`, sha256: 'b'.repeat(64) },
      grid,
      codebook,
      tokens: Uint16Array.from({ length: codebook === 'inf' ? 0 : cells }, (_, i) => i % entries),
      latents: new Float32Array(cells * 8),
      entries: Float32Array.from({ length: entries * 8 }, (_, i) => i / 3),
      codeDim: 8,
      reconstruction: new Uint8Array(64 * 64 * 3),
      metrics: { psnr: 20, ssim: 0.9, bitsPerImage: 64, codesUsed: codebook === 'inf' ? null : Math.min(cells, entries) },
    },
  };
}

const documentOf = (grid: GridSize, codebook: CodebookSize, withEntries = false) =>
  encodingDocument({ image: 'cat.png', encoding: encoding(grid, codebook), withEntries });
const reread = (document: EncodingDocument) => encodingDocumentSchema.parse(JSON.parse(JSON.stringify(document)));

describe('encodingDocument', () => {
  it.each([
    [16, 2],
    [8, 1024],
    [16, 'inf'],
  ] as const)('comes back unchanged from JSON at grid %s, codebook %s', (grid, codebook) => {
    const document = documentOf(grid, codebook, true);
    expect(reread(document)).toEqual(document);
  });

  it('names both models, lays tokens out in rows, and leaves the codebook out unless asked for', () => {
    const document = documentOf(8, 4);
    expect(document.models).toEqual({ contrastive: { sha256: 'a'.repeat(64) }, 'vqvae-8': { sha256: 'b'.repeat(64) } });
    expect(document.tokens).toHaveLength(8);
    expect(document.tokens[1]).toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
    expect(document.entries).toBeUndefined();
    expect(documentOf(8, 4, true).entries).toHaveLength(4);
    expect(document.nearest).toEqual([{ concept: '1F431', artist: 'noto', cosine: 0.5 }]);
  });

  it('keeps every float32 exactly', () => {
    const source = encoding(16, 2);
    const { embedding } = encodingDocument({ image: 'a', encoding: source });
    expect(Float32Array.from(embedding)).toEqual(source.understanding.embedding);
  });

  it('takes captions of both languages in place of those of one', () => {
    const captions = [{ concept: '1F431', text: '猫脸', lang: 'zh' as const, cosine: 0.3 }];
    expect(encodingDocument({ image: 'a', encoding: encoding(8, 2), captions }).captions).toEqual([
      { text: '猫脸', lang: 'zh', cosine: 0.3 },
    ]);
  });
});

describe('encodingDocumentSchema', () => {
  it.each([
    ['too few rows', (document: EncodingDocument) => ({ ...document, tokens: document.tokens.slice(1) })],
    [
      'an id beyond the codebook',
      (document: EncodingDocument) => ({ ...document, tokens: document.tokens.map((row) => row.map(() => 4)) }),
    ],
    ['tokens without a codebook', (document: EncodingDocument) => ({ ...document, codebook: 'inf' as const })],
    ['another size of codebook', (document: EncodingDocument) => ({ ...document, codebook: 5 })],
    ['a short embedding', (document: EncodingDocument) => ({ ...document, embedding: document.embedding.slice(1) })],
    ['too few entries', (document: EncodingDocument) => ({ ...document, entries: [[1]] })],
    ['no metrics', ({ metrics: _, ...rest }: EncodingDocument) => rest],
  ])('refuses %s', (_, damage) => {
    expect(encodingDocumentSchema.safeParse(documentOf(8, 4)).success).toBe(true);
    expect(encodingDocumentSchema.safeParse(damage(documentOf(8, 4))).success).toBe(false);
  });
});
