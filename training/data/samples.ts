/** Writes the samples that the page offers on opening: some concepts, each by every artist that may be shipped. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import * as z from 'zod/mini';
import { prepareImage } from '../../src/dataset/prepare';
import { type Samples, samplesSchema } from '../../src/dataset/shipped-schema';
import { IMAGE_SIZE } from '../../src/model/types';
import chosenJson from './samples.json';
import { thumbnailSheet } from './sheet';
import { attributions, clearFolder, isShipped, sha256, shippedItems, splitOf, WHITE } from './shipped';
import { type Dataset, renderingAt, writeJson } from './write-dataset';

const CELL = 48;

/** Hexcodes of the samples, in the order in which they are offered. */
export const CHOSEN: readonly string[] = z.array(z.string()).parse(chosenJson);

/**
 * Writes samples.json, <hexcode>.bin and thumbs.webp. A sheet's row is a concept, its columns
 * are the concept's artists in the order of its file. Chosen concepts that the dataset lacks are skipped.
 */
export async function writeSamples(folder: string, dataset: Dataset): Promise<void> {
  clearFolder(folder, '.bin');
  const items = shippedItems(dataset);
  const parts = splitOf(dataset.split);
  const { artists } = dataset.renderings;
  const columns = artists.filter(isShipped).length;
  const cells: (Uint8Array | undefined)[] = [];
  const concepts: Samples['concepts'] = [];
  for (const hexcode of CHOSEN) {
    const index = dataset.concepts.findIndex(({ concept }) => concept === hexcode);
    const concept = dataset.concepts[index];
    const split = parts.get(hexcode);
    if (!concept || !split) continue;
    const own = [...(items.get(index) ?? [])].sort(([a], [b]) => a - b);
    const renderings = own.map(([, item]) => renderingAt(dataset.pixels, item));
    const bytes = deflateSync(Buffer.concat(renderings.map(onWhite)), { level: 9 });
    const file = `${hexcode}.bin`;
    writeFileSync(path.join(folder, file), bytes);
    cells.push(...Array.from({ length: columns }, (_, i) => renderings[i]));
    concepts.push({
      concept: hexcode,
      emoji: concept.emoji,
      label: concept.label,
      split,
      artists: own.map(([artist]) => artists[artist]?.id ?? ''),
      file,
      bytes: bytes.length,
      sha256: sha256(bytes),
    });
  }
  const sheet = await thumbnailSheet(cells, CELL, columns, WHITE);
  writeFileSync(path.join(folder, 'thumbs.webp'), sheet);
  const samples: Samples = {
    groundRgb: WHITE,
    thumbs: { file: 'thumbs.webp', cell: CELL, columns, sha256: sha256(sheet) },
    concepts,
    attributions: attributions(artists),
  };
  writeJson(path.join(folder, 'samples.json'), samplesSchema.parse(samples));
}

function onWhite(rgba: Uint8Array): Uint8Array {
  return prepareImage({ width: IMAGE_SIZE, height: IMAGE_SIZE, data: rgba }, { ground: WHITE }).data;
}
