/**
 * `npm run gallery`: encodes every gallery picture and caption with the published weights, so that retrieval on the page is instant.
 * Embeddings belong to the first view; tokens and coarse pixels lie apart, for the labs that compare them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GalleryConcepts } from '../src/dataset/shipped-schema';
import { cellMeans } from '../src/model/cell-means';
import { createTokeniser } from '../src/model/contrastive/vocabulary';
import {
  GALLERY_CODEBOOK,
  GALLERY_PIXEL_SIDE,
  type GalleryFile,
  type GalleryTokens,
  galleryCodesSchema,
  galleryIndexSchema,
} from '../src/model/gallery';
import { disposeParams, uploadParams } from '../src/model/params';
import { packEmbeddings } from '../src/model/retrieval';
import type { GridSize, Language } from '../src/model/types';
import type { VqvaeConfig } from '../src/model/vqvae/config';
import { weightGroup } from '../src/model/weights';
import { explain } from './command/explain';
import { loadDataset } from './dataset';
import { embedCaptions, embedImages } from './evaluate/embed';
import { tokensOf } from './evaluate/tokens';
import { galleryDrawings, readGalleryConcepts } from './gallery/drawings';
import { writeGalleryJson, writeTable } from './gallery/tables';
import { readContrastive, readVqvae } from './published';
import { initWasm } from './runtime/wasm';

type Concepts = GalleryConcepts['concepts'];
/** A drawing of each concept. [64·64·3] */
type Drawings = readonly Uint8Array[];

/** Embeds drawings and captions; returns the hash of the weights. */
function writeEmbeddings(concepts: Concepts, images: Drawings): string {
  const { manifest, arrays, sha256, folder } = readContrastive();
  const params = uploadParams(arrays);
  const words = JSON.parse(readFileSync(join(folder, manifest.vocabulary.path), 'utf8')) as string[];
  const tokeniser = createTokeniser(words);
  const write = (path: string, values: Float32Array): GalleryFile => writeTable(path, packEmbeddings(values));
  // By the tower alone: where captions are held against each other, those that the lexicon knows better would crowd out the rest.
  const captions = (language: Language): GalleryFile => {
    const texts = concepts.map(({ label }) => label[language]);
    return write(`captions.${language}.bin`, embedCaptions({ params, config: manifest.config, tokeniser }, texts).values);
  };
  writeGalleryJson(
    'index.json',
    galleryIndexSchema.parse({
      weights: sha256,
      textWeights: weightGroup(manifest, 'text').sha256,
      dim: manifest.config.embedDim,
      rows: concepts.length,
      files: {
        embeddings: write('embeddings.bin', embedImages(params, manifest.config, images).values),
        captions: { zh: captions('zh'), en: captions('en') },
      },
    }),
  );
  disposeParams(params);
  return sha256;
}

function writeTokens(grid: GridSize, images: Drawings): GalleryTokens {
  const { manifest, arrays, sha256 } = readVqvae(grid);
  const params = uploadParams(arrays);
  const tokens = tokensOf(params, arrays, manifest.config as VqvaeConfig, images, GALLERY_CODEBOOK);
  disposeParams(params);
  return { weights: sha256, ...writeTable(`tokens.${grid}.bin`, tokens) };
}

function writePixels(images: Drawings): GalleryFile {
  const row = GALLERY_PIXEL_SIDE ** 2 * 3;
  const pixels = new Uint8Array(images.length * row);
  images.forEach((image, i) => pixels.set(cellMeans(image, GALLERY_PIXEL_SIDE), i * row));
  return writeTable('pixels.bin', pixels);
}

async function encodeGallery(): Promise<void> {
  await initWasm();
  const concepts = readGalleryConcepts();
  const images = galleryDrawings(loadDataset(), concepts);
  const weights = writeEmbeddings(concepts, images);
  writeGalleryJson(
    'codes.json',
    galleryCodesSchema.parse({
      rows: concepts.length,
      codebook: GALLERY_CODEBOOK,
      tokens: { 16: writeTokens(16, images), 8: writeTokens(8, images) },
      pixels: { side: GALLERY_PIXEL_SIDE, ...writePixels(images) },
    }),
  );
  console.log(
    `${concepts.length} pictures encoded three ways, ${2 * concepts.length} captions, for weights ${weights.slice(0, 12)}`,
  );
}

await encodeGallery().catch(explain);
