/** `npm run gallery`: embeds every gallery picture and caption with the published weights, so that retrieval on the page is instant. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareImage } from '../src/dataset/prepare';
import { galleryConceptsSchema } from '../src/dataset/schema';
import { createTokeniser } from '../src/model/contrastive/vocabulary';
import { type GalleryFile, type GalleryIndex, galleryIndexSchema } from '../src/model/gallery';
import type { ContrastiveManifest } from '../src/model/manifest';
import { disposeParams, uploadParams } from '../src/model/params';
import { packEmbeddings } from '../src/model/retrieval';
import { IMAGE_SIZE, type Language } from '../src/model/types';
import { decodeWeights, parseManifest, sha256Hex, weightGroup } from '../src/model/weights';
import { loadDataset, renderingPixels, renderingsOf } from './dataset';
import { embedCaptions, embedImages } from './evaluate/embed';
import { GROUND } from './evaluate/vqvae';
import { MODELS_FOLDER } from './export';
import { initWasm } from './runtime/wasm';

const GALLERY_FOLDER = join('public', 'gallery');

await initWasm();
const folder = join(MODELS_FOLDER, 'contrastive');
const manifest = parseManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))) as ContrastiveManifest;
const groups = ['image', 'text'].map((name) =>
  decodeWeights(manifest, name, readFileSync(join(folder, weightGroup(manifest, name).paths[0]))),
);
const params = uploadParams(Object.assign({}, ...groups));
const tokeniser = createTokeniser(JSON.parse(readFileSync(join(folder, manifest.vocabulary.path), 'utf8')) as string[]);
const { concepts } = galleryConceptsSchema.parse(JSON.parse(readFileSync(join(GALLERY_FOLDER, 'concepts.json'), 'utf8')));

const dataset = loadDataset();
const drawings = new Map(
  renderingsOf(dataset, ['train', 'validation', 'test'], 'train').map(({ index, concept, artist }) => [
    `${dataset.concepts[concept]?.concept}/${artist}`,
    index,
  ]),
);
const images = concepts.map(({ concept, artist }) => {
  const index = drawings.get(`${concept}/${artist}`);
  if (index === undefined) throw new Error(`no drawing of ${concept} by ${artist}: run \`npm run data\` again`);
  return prepareImage({ width: IMAGE_SIZE, height: IMAGE_SIZE, data: renderingPixels(dataset, index) }, { ground: GROUND }).data;
});

/** Writes one table of packed unit vectors and says what the index holds of it. */
function write(path: string, values: Float32Array): GalleryFile {
  const packed = packEmbeddings(values);
  const bytes = new Uint8Array(packed.buffer);
  writeFileSync(join(GALLERY_FOLDER, path), bytes);
  return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
}

const captions = (language: Language): GalleryFile =>
  write(
    `captions.${language}.bin`,
    embedCaptions(
      params,
      manifest.config,
      tokeniser,
      concepts.map(({ label }) => label[language]),
    ).values,
  );

const index: GalleryIndex = galleryIndexSchema.parse({
  weights: weightGroup(manifest, 'image').sha256,
  dim: manifest.config.embedDim,
  rows: concepts.length,
  files: {
    embeddings: write('embeddings.bin', embedImages(params, manifest.config, images).values),
    captions: { zh: captions('zh'), en: captions('en') },
  },
});
disposeParams(params);
writeFileSync(join(GALLERY_FOLDER, 'index.json'), `${JSON.stringify(index, null, 1)}\n`);
console.log(`${index.rows} pictures and ${2 * index.rows} captions embedded for weights ${index.weights.slice(0, 12)}`);
