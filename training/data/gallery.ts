/** Writes the gallery's list of concepts and one sheet of thumbnails for each CLDR subgroup. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type GalleryConcepts, galleryConceptsSchema } from '../../src/dataset/shipped-schema';
import { thumbnailSheet } from './sheet';
import { attributions, clearFolder, shippedItems, splitOf, WHITE } from './shipped';
import { type Dataset, renderingAt, writeJson } from './write-dataset';

const CELL = 48;
const COLUMNS = 12;

/** Every concept once, drawn by the first artist that has it; `folder` gets concepts.json and thumbs/<subgroup>.webp. */
export async function writeGallery(folder: string, dataset: Dataset): Promise<void> {
  const items = shippedItems(dataset);
  const parts = splitOf(dataset.split);
  const sheets = new Map<string, Uint8Array[]>();
  const concepts: GalleryConcepts['concepts'] = [];
  dataset.concepts.forEach(({ concept, emoji, subgroup, label }, i) => {
    const own = items.get(i) ?? new Map<number, number>();
    const artist = Math.min(...own.keys());
    const item = own.get(artist);
    const drawnBy = dataset.renderings.artists[artist];
    const split = parts.get(concept);
    if (item === undefined || !drawnBy || !split) throw new Error(`${concept} has no drawing to show`);
    const sheet = sheets.get(subgroup) ?? [];
    sheets.set(subgroup, sheet);
    concepts.push({ concept, emoji, subgroup, artist: drawnBy.id, sheetIndex: sheet.length, label, split });
    sheet.push(renderingAt(dataset.pixels, item));
  });
  const thumbs = path.join(folder, 'thumbs');
  clearFolder(thumbs, '.webp');
  for (const [subgroup, renderings] of sheets) {
    writeFileSync(path.join(thumbs, `${subgroup}.webp`), await thumbnailSheet(renderings, CELL, COLUMNS, WHITE));
  }
  const gallery: GalleryConcepts = {
    groundRgb: WHITE,
    cell: CELL,
    columns: COLUMNS,
    concepts,
    attributions: attributions(dataset.renderings.artists),
  };
  writeJson(path.join(folder, 'concepts.json'), galleryConceptsSchema.parse(gallery));
}
