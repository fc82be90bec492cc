/** Results of the engine, small and made up, for tests of the compare view. */
import type {
  CaptionMatch,
  Encoding,
  GenerationResult,
  GenerationSettings,
  UnderstandingResult,
} from '../../../src/engine/protocol';
import type { Language, RgbImage } from '../../../src/model/types';

const model = { id: 'example', sha256: '0'.repeat(64) };
const metrics = { psnr: 20, ssim: 0.5, bitsPerImage: 128, codesUsed: 3 };

/** 8×8 tokens of 4 entries: 32 times entry 0, 31 times 2, once 3, never 1. */
export function quantisedResult(settings: GenerationSettings = { grid: 8, codebook: 4 }): GenerationResult {
  return {
    model,
    ...settings,
    tokens: Uint16Array.from({ length: 64 }, (_, i) => (i === 63 ? 3 : 2 * (i % 2))),
    latents: Float32Array.from({ length: 128 }, (_, i) => Math.cos(i)),
    entries: Float32Array.from([1, 0, 0, 1, -1, 0, 0, -1]),
    codeDim: 2,
    reconstruction: new Uint8Array(64 * 64 * 3),
    metrics,
  };
}

export const continuousResult = (): GenerationResult => ({
  ...quantisedResult({ grid: 8, codebook: 'inf' }),
  tokens: new Uint16Array(0),
  entries: new Float32Array(0),
  metrics: { ...metrics, codesUsed: null },
});

export const captionsIn = (lang: Language): CaptionMatch[] => [
  { concept: '1F34E', text: `caption (${lang})`, lang, cosine: 0.5 },
];

const understanding = (language: Language): UnderstandingResult => ({
  model,
  embedding: new Float32Array(128),
  attention: new Float32Array(64),
  attentionSide: 8,
  nearest: [],
  captions: captionsIn(language),
});

export const encoding = (settings: GenerationSettings, language: Language): Encoding => ({
  understanding: understanding(language),
  generation: quantisedResult(settings),
});

export const plainImage = (level: number): RgbImage => ({
  width: 64,
  height: 64,
  data: new Uint8Array(64 * 64 * 3).fill(level),
});
