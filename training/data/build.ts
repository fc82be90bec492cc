/** `npm run data`: builds the dataset and the pictures the page ships, offline, from the installed packages. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { loadEmojis } from './emojibase';
import { writeGallery } from './gallery';
import { cropPhotos } from './photos';
import { printReport } from './report';
import { writeSamples } from './samples';
import { buildDataset, writeDataset } from './write-dataset';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bar = new SingleBar({ format: 'rasterising {bar} {value}/{total} · {eta_formatted} left', clearOnComplete: true });

const { emojis, components } = loadEmojis();
const dataset = await buildDataset(emojis, {
  start: (total) => bar.start(total, 0),
  step: () => bar.increment(),
  stop: () => bar.stop(),
});
const photoSet = await cropPhotos();
writeDataset(path.join(root, 'data'), dataset, photoSet);
await writeSamples(path.join(root, 'public/samples'), dataset);
await writeGallery(path.join(root, 'public/gallery'), dataset);
printReport(dataset, photoSet.photos, emojis, components);
