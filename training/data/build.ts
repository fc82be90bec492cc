/** `npm run data`: builds the dataset and the pictures the page ships, offline, from the installed packages. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { explain } from '../command/explain';
import { positiveInteger } from '../command/option-values';
import { loadEmojis } from './emojibase';
import { buildFurther, writeFurther } from './further';
import { writeGallery } from './gallery';
import { buildKeywords } from './keywords';
import { cropPhotos } from './photos';
import { printFurther, printKeywords, printReport } from './report';
import { CHOSEN, writeSamples } from './samples';
import { someOf, somePhotos } from './some-of';
import { buildDataset, type Progress, writeDataset, writeJson } from './write-dataset';

/** Beside few concepts; enough to measure something. */
const FEW_PHOTOS = 8;

interface Flags {
  readonly concepts?: number;
  readonly further: boolean;
}

/** Writes below the current folder, which is that of the repository where npm runs it. */
async function build({ concepts, further: withFurther }: Flags): Promise<void> {
  const bar = new SingleBar({ format: 'rasterising {bar} {value}/{total} · {eta_formatted} left', clearOnComplete: true });
  const { emojis: all, components } = loadEmojis();
  const emojis = concepts === undefined ? all : someOf(all, concepts, CHOSEN);
  const progress: Progress = {
    start: (total) => bar.start(total, 0),
    step: () => bar.increment(),
    stop: () => bar.stop(),
  };
  const dataset = await buildDataset(emojis, progress);
  const further = withFurther ? await buildFurther(dataset, emojis, progress, concepts) : undefined;
  const keywords = buildKeywords(dataset.concepts, dataset.split);
  const photoSet = concepts === undefined ? await cropPhotos() : somePhotos(await cropPhotos(), FEW_PHOTOS);
  const [samples, gallery] = [path.join('public', 'samples'), path.join('public', 'gallery')];
  for (const folder of ['data', samples, gallery]) mkdirSync(folder, { recursive: true });
  writeDataset('data', dataset, photoSet);
  writeJson(path.join('data', 'keywords.json'), keywords);
  if (further) writeFurther('data', further);
  await writeSamples(samples, dataset);
  await writeGallery(gallery, dataset);
  printReport(dataset, photoSet.photos, emojis, components);
  printKeywords(keywords);
  if (further) printFurther(further);
}

await new Command('data')
  .description('Build the dataset and the pictures that the page ships.')
  .option('--concepts <n>', 'about so many concepts, evenly spaced, to try the machinery', positiveInteger)
  .option('--no-further', 'without the drawings that only training the contrastive model reads')
  .action(build)
  .parseAsync()
  .catch(explain);
