/** `npm run maps`: lays the gallery's drawings out on a 2-D map for each representation and measures how pure neighbourhoods are. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { explain } from './command/explain';
import { positiveInteger } from './command/option-values';
import { loadDataset } from './dataset';
import { readGalleryConcepts } from './gallery/drawings';
import { GALLERY_FOLDER } from './gallery/tables';
import { drawMaps, MAP_DEFAULTS, type MapSettings } from './maps/draw';
import { MAP_GRID } from './maps/representations';
import { readContrastive, readVqvae } from './published';
import { initWasm } from './runtime/wasm';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

async function maps(settings: MapSettings): Promise<void> {
  await initWasm();
  const models = { contrastive: readContrastive(), vqvae: readVqvae(MAP_GRID) };
  const drawn = drawMaps(loadDataset(), readGalleryConcepts(), models, settings, (name, { purity: { space, map } }) =>
    console.log(`${name}: purity ${percent(space.all)} in its own space, ${percent(map.all)} on the map`),
  );
  const { points, concepts, ceiling, chance } = drawn;
  console.log(
    `${points.concept.length} drawings of ${concepts.shown} concepts; at best ${percent(ceiling.all)}, by chance ${percent(chance.all)}`,
  );
  writeFileSync(join(GALLERY_FOLDER, 'maps.json'), `${JSON.stringify(drawn)}\n`);
}

await new Command('maps')
  .description('Draw the maps of the gallery; needs `npm run data`, and `npm run train` for the models.')
  .option('--concepts <n>', 'concepts shown at most, held-out ones first', positiveInteger, MAP_DEFAULTS.concepts)
  .option('--epochs <n>', 'passes of the layout', positiveInteger, MAP_DEFAULTS.epochs)
  .option('--seed <n>', 'seed of sample and layout', positiveInteger, MAP_DEFAULTS.seed)
  .action(maps)
  .parseAsync()
  .catch(explain);
