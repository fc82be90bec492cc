/** The principal components that lie beside the page: fetched for the first picture that is coded with them, and kept. */
import { coefficientsOf, drawFromCoefficients, type PcaCode, pcaFilesSchema, readPcaCode } from '../../dataset/pca-code';
import { IMAGE_SIZE, type RgbImage } from '../../model/types';
import { breathe } from '../shared/breathe';
import { type FileUrl, readBytes, readJson } from '../shared/files';
import type { Offer } from './rivals';

const FOLDER = 'baselines';
/** Components worked on between two breaths: a millisecond or two. */
const AT_ONCE = 32;

/** The tiles of a sheet, one after the other, without their alpha. */
async function tilesOf(sheet: Blob, columns: number, count: number): Promise<Uint8Array> {
  const bitmap = await createImageBitmap(sheet);
  const canvas = new OffscreenCanvas(bitmap.width, IMAGE_SIZE);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('no canvas');
  const values = IMAGE_SIZE * IMAGE_SIZE * 3;
  const tiles = new Uint8Array(count * values);
  for (let tile = 0; tile < count; tile++) {
    const column = tile % columns;
    if (column === 0) {
      await breathe();
      context.drawImage(bitmap, 0, -Math.floor(tile / columns) * IMAGE_SIZE);
    }
    const { data } = context.getImageData(column * IMAGE_SIZE, 0, IMAGE_SIZE, IMAGE_SIZE);
    for (let i = 0; i < values; i++) tiles[tile * values + i] = data[Math.floor(i / 3) * 4 + (i % 3)] as number;
  }
  bitmap.close();
  return tiles;
}

async function fetchPca(fileUrl: FileUrl): Promise<PcaCode> {
  const files = await readJson(`${FOLDER}/pca.json`, fileUrl, pcaFilesSchema);
  const [sheet, levels] = await Promise.all(
    [files.sheet, files.levels].map(async ({ path, bytes }) => {
      const content = await readBytes(`${FOLDER}/${path}`, fileUrl);
      if (content.length !== bytes) throw new Error(`${path} has ${content.length} bytes, not ${bytes}`);
      return content;
    }),
  );
  if (!sheet || !levels) throw new Error('no files');
  const tiles = await tilesOf(new Blob([sheet.slice()], { type: 'image/jpeg' }), files.sheet.columns, files.components + 1);
  return readPcaCode(files, tiles, new Int16Array(levels.slice().buffer));
}

let known: Promise<PcaCode> | undefined;

/** @returns null where the components could not be had; another picture asks for them again */
export async function pcaOffers({ data }: RgbImage, fileUrl: FileUrl): Promise<readonly Offer[] | null> {
  known ??= fetchPca(fileUrl);
  const code = await known.catch(() => null);
  if (!code) {
    known = undefined;
    return null;
  }
  const { components, budgets, order } = code.files;
  const coefficients = new Float32Array(components);
  for (let from = 0; from < components; from += AT_ONCE) {
    await breathe();
    coefficients.set(coefficientsOf(code, data, from, Math.min(components, from + AT_ONCE)), from);
  }
  const offers: Offer[] = [];
  for (const budget of budgets) {
    await breathe();
    const bits = Math.min(budget, order.length);
    offers.push({ bits, headerBits: 0, drawing: drawFromCoefficients(code, coefficients, budget) });
  }
  return offers;
}
