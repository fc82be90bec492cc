/** Whole pictures as coefficients along their principal components, each rounded to as many levels as its bits allow. */
import { add, clipByValue, matMul, tensor2d } from '@tensorflow/tfjs-core';
import type { Rng } from '../../../src/dataset/rng';
import { readBack } from '../../evaluate/read-back';
import { toBytes } from '../../evaluate/vqvae';
import { unitPixels } from '../../recipes/unit-pixels';
import { type PrincipalComponents, pictureRows, principalComponents, project } from '../pca';
import { greedyBits, prepareSample, quantise, type ScalarQuantiser } from './scalar-quantiser';

const BATCH = 256;

export interface PcaCode {
  readonly pca: PrincipalComponents;
  /** The component that each bit goes to, in the order in which they are spent. */
  readonly order: readonly number[];
  /** By component and bits. */
  readonly quantisers: readonly (readonly ScalarQuantiser[])[];
}

export function fitPcaCode(pictures: readonly Uint8Array[], components: number, bits: number, rng: Rng): PcaCode {
  const pca = principalComponents(pictureRows(pictures), components, rng);
  const codes = pcaCoefficients({ pca }, pictures); // [N·count]
  const samples = Array.from({ length: pca.count }, (_, c) =>
    prepareSample(Float64Array.from(pictures, (_, row) => codes[row * pca.count + c] as number)),
  );
  return { pca, ...greedyBits(samples, bits) };
}

/** Coefficients of pictures. -> [images·count] */
export function pcaCoefficients({ pca }: Pick<PcaCode, 'pca'>, images: readonly Uint8Array[]): Float32Array {
  const codes = new Float32Array(images.length * pca.count);
  for (let from = 0; from < images.length; from += BATCH)
    codes.set(project(pca, unitPixels(images.slice(from, from + BATCH))), from * pca.count);
  return codes;
}

/** Components that get a bit within the budget. */
export const componentsWithin = ({ order }: PcaCode, bits: number): number => new Set(order.slice(0, bits)).size;

/** Pictures drawn back from coefficients rounded within the budget. */
export function drawFromPca({ pca, order, quantisers }: PcaCode, coefficients: Float32Array, bits: number): Uint8Array[] {
  const { count, dim } = pca;
  const given = new Uint8Array(count);
  for (const component of order.slice(0, bits)) given[component] = (given[component] as number) + 1;
  const used = Array.from(given.keys()).filter((component) => (given[component] as number) > 0);
  const basis = new Float32Array(Math.max(1, used.length) * dim);
  used.forEach((component, u) => basis.set(pca.components.subarray(component * dim, (component + 1) * dim), u * dim));
  const rows = coefficients.length / count;
  const images: Uint8Array[] = [];
  for (let from = 0; from < rows; from += BATCH) {
    const size = Math.min(BATCH, rows - from);
    const rounded = new Float32Array(size * Math.max(1, used.length));
    for (let row = 0; row < size; row++)
      used.forEach((component, u) => {
        const quantiser = quantisers[component]?.[given[component] as number] as ScalarQuantiser;
        rounded[row * used.length + u] = quantise(quantiser, coefficients[(from + row) * count + component] as number);
      });
    const pixels = toBytes(
      readBack(() =>
        clipByValue(
          add(
            matMul(tensor2d(rounded, [size, Math.max(1, used.length)]), tensor2d(basis, [Math.max(1, used.length), dim])),
            tensor2d(pca.mean, [1, dim]),
          ),
          0,
          1,
        ),
      ),
    );
    for (let row = 0; row < size; row++) images.push(pixels.subarray(row * dim, (row + 1) * dim));
  }
  return images;
}
