/** The principal components beside the page: whole, of the published data, and drawing as well as they are said to. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import {
  bitsWithin,
  coefficientsOf,
  depthsOf,
  drawFromCoefficients,
  type PcaCode,
  pcaFilesSchema,
  readPcaCode,
} from '../../../src/dataset/pca-code';
import { psnr } from '../../../src/model/metrics';
import { sha256Hex } from '../../../src/model/weights';
import { loadDataset } from '../../../training/dataset';
import { heldOutDrawings } from '../../../training/evaluate/vqvae';
import { unpackSheet } from '../../../training/pca/sheet';

const read = (name: string): Buffer => readFileSync(`public/baselines/${name}`);
const files = pcaFilesSchema.parse(JSON.parse(read('pca.json').toString()));
const levels = new Int16Array(new Uint8Array(read(files.levels.path)).buffer);
let code: PcaCode;
beforeAll(async () => {
  code = readPcaCode(files, await unpackSheet(read(files.sheet.path), files.components + 1), levels);
});

test('the files are those that the list names, of the data that is here', () => {
  for (const { path, bytes, sha256 } of [files.sheet, files.levels]) {
    expect(read(path)).toHaveLength(bytes);
    expect(sha256Hex(new Uint8Array(read(path)))).toBe(sha256);
  }
  const { data, split } = loadDataset().sha256;
  expect(files.data).toEqual({ data, split });
});

test('bits are spent in order, and levels are kept of the depths that a budget uses', () => {
  const small = { order: [0, 1, 0, 0, 2], components: 3, budgets: [1, 3, 5] };
  expect([...bitsWithin(small.order, 3, 3)]).toEqual([2, 1, 0]);
  expect(depthsOf(small)).toEqual([[1, 2, 3], [1], [1]]);
});

test('levels too many or too few are refused', () => {
  expect(() => readPcaCode(files, code.tiles, levels.subarray(1))).toThrow(/levels/);
  expect(() => readPcaCode(files, code.tiles.subarray(1), levels)).toThrow(/tiles/);
});

test('the mean picture is drawn from levels near zero, and more bits draw better, about as well as is said', () => {
  const mean = code.tiles.slice(0, 64 * 64 * 3);
  expect([...coefficientsOf(code, mean, 0, 8)].every((value) => Math.abs(value) < 1e-6)).toBe(true);

  const pictures = heldOutDrawings(loadDataset()).filter((_, i) => i % 48 === 0);
  const coefficients = pictures.map((picture) => coefficientsOf(code, picture, 0, files.components));
  const quality = [64, 512, 2560].map((bits) => {
    const all = pictures.map((picture, i) => psnr(picture, drawFromCoefficients(code, coefficients[i] as Float32Array, bits)));
    return all.reduce((sum, value) => sum + value, 0) / all.length;
  });
  expect([...quality].sort((a, b) => a - b)).toEqual(quality);
  for (const [i, bits] of [64, 512, 2560].entries()) {
    const told = files.fidelity.find((each) => each.bits === bits);
    // A fourth of the pictures that it was told of.
    expect(Math.abs((quality[i] as number) - (told?.heldOut.stored ?? 0))).toBeLessThan(1);
  }
});

test('storing costs under a tenth of a decibel', () => {
  expect(files.fidelity.map(({ bits }) => bits)).toEqual(files.budgets);
  for (const { heldOut, photos } of files.fidelity)
    for (const { fitted, stored } of [heldOut, photos]) expect(fitted - stored).toBeLessThan(0.1);
});
