/** The decoders that the page ships: whole, from the published encoders, and those whose drawings E3 measured. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { untrainedTower, valuesSha256 } from '../../../src/model/decoder/codes';
import { decoderId } from '../../../src/model/registry';
import { SWAP_CODES, type SwapCode } from '../../../src/model/types';
import { decodeWeights, parseDecoderManifest, weightGroup } from '../../../src/model/weights';
import { e3Schema } from '../../../src/results/e3';
import { readContrastive, readVqvae } from '../../../training/published';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(initWasm);

const folderOf = (code: SwapCode) => join('public', 'models', decoderId(code));
const manifestOf = (code: SwapCode) =>
  parseDecoderManifest(JSON.parse(readFileSync(join(folderOf(code), 'manifest.json'), 'utf8')), folderOf(code));
const { seeds, figures } = e3Schema.parse(JSON.parse(readFileSync('public/results/e3.json', 'utf8')));

test.each(SWAP_CODES)('the bytes of the decoder from %s are those that its manifest names', (code) => {
  const manifest = manifestOf(code);
  const params = decodeWeights(manifest, 'weights', readFileSync(join(folderOf(code), 'weights.bin')));
  expect(Object.keys(params).length).toBeGreaterThan(10);
  for (const { values } of Object.values(params)) expect(values.every(Number.isFinite)).toBe(true);
});

test.each(SWAP_CODES)(
  'the decoder from %s is the one of E3’s first seed, and storing it in fewer bits costs nothing seen',
  (code) => {
    const { metrics, training } = manifestOf(code);
    expect(training.seed).toBe(seeds[0]);
    const measured = figures.codes.find((row) => row.code === code);
    for (const set of ['heldOut', 'photos'] as const) {
      const float32 = metrics.float32[`psnr/${set}`] as number;
      expect(float32).toBeCloseTo(measured?.[set]?.psnr.values[0] as number, 3);
      expect(Math.abs(float32 - (metrics.stored[`psnr/${set}`] as number))).toBeLessThan(0.02);
    }
  },
);

test('each decoder draws from the code of an encoder that is published, or that its seed gives', () => {
  const contrastive = readContrastive();
  const image = weightGroup(contrastive.manifest, 'image').sha256;
  const tokens = weightGroup(readVqvae(8).manifest, 'weights').sha256;
  const random = manifestOf('random-grid').encoder;
  if (random.model !== 'untrained') throw new Error('the decoder from random-grid names a trained encoder');
  const untrained = valuesSha256(untrainedTower(contrastive.manifest.config, createRng(random.seed)));
  const named = Object.fromEntries(SWAP_CODES.map((code) => [code, manifestOf(code).encoder.sha256]));
  expect(named).toEqual({ pooled: image, grid: image, tokens, 'random-grid': untrained });
});
