/** The drawings that the gallery shows, as the models read them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GalleryConcepts, galleryConceptsSchema } from '../../src/dataset/shipped-schema';
import { type Dataset, renderingsOf } from '../dataset';
import { onWhite } from '../evaluate/on-white';
import { GALLERY_FOLDER } from './tables';

/** Concepts of the gallery, in the order of its rows. */
export const readGalleryConcepts = (): GalleryConcepts['concepts'] =>
  galleryConceptsSchema.parse(JSON.parse(readFileSync(join(GALLERY_FOLDER, 'concepts.json'), 'utf8'))).concepts;

/** Pixels of each concept's drawing on white, 64×64 RGB. Throws where the dataset is not the one the concepts are of. */
export function galleryDrawings(dataset: Dataset, concepts: GalleryConcepts['concepts']): Uint8Array[] {
  const drawings = new Map(
    renderingsOf(dataset, ['train', 'validation', 'test'], 'train').map((rendering) => [
      `${dataset.concepts[rendering.concept]?.concept}/${rendering.artist}`,
      rendering,
    ]),
  );
  return concepts.map(({ concept, artist }) => {
    const drawing = drawings.get(`${concept}/${artist}`);
    if (!drawing) throw new Error(`no drawing of ${concept} by ${artist}: run \`npm run data\` again`);
    return onWhite(dataset, drawing);
  });
}
