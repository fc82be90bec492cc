import { setFloat16 } from '@petamoriken/float16';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { initialise } from '../../../src/model/params';
import { groupSpecs } from '../../../src/model/registry';
import { vqvaeConfig } from '../../../src/model/vqvae/config';
import { decodeWeights, encodeWeights, type Precision, parseManifest, WeightsError } from '../../../src/model/weights';
import { useCpu } from './backend';

beforeAll(useCpu);

const toFloat16 = (values: Float32Array): Uint8Array => {
  const view = new DataView(new ArrayBuffer(values.length * 2));
  values.forEach((value, i) => setFloat16(view, i * 2, value, true));
  return new Uint8Array(view.buffer);
};

const config = { ...vqvaeConfig(8, [2, 16]), width: 16, deepWidth: 16, codebooks: [2, 16] };
const model = { family: 'vqvae' as const, id: 'vqvae-8' as const, config };
const specs = groupSpecs(model).weights ?? [];
const params = initialise(specs, createRng('weights'));

function file(precision: Precision) {
  const { group, bytes } = encodeWeights('weights', 'weights.bin', specs, params, precision, toFloat16);
  const hash = 'a'.repeat(64);
  const training = {
    command: '',
    seed: 1,
    steps: 1,
    imagesSeen: 1,
    batch: 1,
    workers: 1,
    learningRate: 1,
    settings: {},
    dataSha256: hash,
    splitSha256: hash,
  };
  const manifest = parseManifest({
    format: 1,
    ...model,
    training,
    weightsManifest: [group],
    metrics: { stored: {}, float32: {} },
  });
  return { manifest, bytes };
}

const errorOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof WeightsError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a weight file', () => {
  test.each([
    ['float32', 0],
    ['float16', 1e-3],
    ['uint8', 1 / 254],
  ] as const)('comes back from %s within its rounding', (precision, tolerance) => {
    const { manifest, bytes } = file(precision);
    const back = decodeWeights(manifest, 'weights', bytes);
    for (const { name } of specs) {
      const before = params[name]?.values ?? new Float32Array();
      const range = Math.max(...before) - Math.min(...before) || 1;
      before.forEach((value, i) =>
        expect(Math.abs((back[name]?.values[i] as number) - value)).toBeLessThanOrEqual(tolerance * range),
      );
    }
  });

  test('is refused when cut short, altered, or padded', () => {
    const { manifest, bytes } = file('float16');
    expect(errorOf(() => decodeWeights(manifest, 'weights', bytes.subarray(0, bytes.length - 1)))).toBe('weights-truncated');
    const altered = bytes.slice();
    altered[100] = (altered[100] as number) ^ 1;
    expect(errorOf(() => decodeWeights(manifest, 'weights', altered))).toBe('weights-altered');
    expect(errorOf(() => decodeWeights(manifest, 'weights', Uint8Array.from([...bytes, 0])))).toBe('weights-altered');
  });

  test('is refused when the manifest names other tensors, or is no manifest', () => {
    const { manifest, bytes } = file('float16');
    const [group] = manifest.weightsManifest;
    const renamed = {
      ...manifest,
      weightsManifest: [{ ...group, weights: group?.weights.map((entry) => ({ ...entry, name: `x/${entry.name}` })) }],
    };
    expect(errorOf(() => decodeWeights(parseManifest(renamed), 'weights', bytes))).toBe('weights-invalid');
    expect(errorOf(() => parseManifest({ ...manifest, format: 2 }))).toBe('weights-invalid');
    expect(errorOf(() => parseManifest('<!doctype html>'))).toBe('weights-invalid');
  });
});
