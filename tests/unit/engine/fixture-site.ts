/** A site's models/ and gallery/ with untrained weights, in memory: right in form, quick to make. */
import { createRng, type Rng } from '../../../src/dataset/rng';
import type { GalleryConcepts } from '../../../src/dataset/schema';
import { contrastiveConfig } from '../../../src/model/contrastive/config';
import type { GalleryFile, GalleryIndex } from '../../../src/model/gallery';
import type { ModelManifest } from '../../../src/model/manifest';
import { initialise } from '../../../src/model/params';
import { groupSpecs } from '../../../src/model/registry';
import { packEmbeddings } from '../../../src/model/retrieval';
import type { ParamArrays } from '../../../src/model/types';
import { vqvaeConfig } from '../../../src/model/vqvae/config';
import { encodeWeights, sha256Hex } from '../../../src/model/weights';

export type Site = Map<string, Uint8Array>;

const ROWS = 20;
const HASH = '0'.repeat(64);

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function addModel(site: Site, model: Pick<ModelManifest, 'family' | 'id' | 'config'>): Record<string, string> {
  const rng = createRng(model.id);
  const encoded = Object.entries(groupSpecs(model)).map(([name, specs]) =>
    encodeWeights(name, `${name}.bin`, specs, withCodebooks(initialise(specs, rng), rng), 'float32', () => {
      throw new Error('float32 needs no rounding');
    }),
  );
  for (const { group, bytes } of encoded) site.set(`models/${model.id}/${group.paths[0]}`, bytes);
  const manifest = {
    format: 1,
    ...model,
    ...(model.family === 'contrastive' ? { vocabulary: { path: 'vocabulary.json', sha256: HASH, bytes: 1 } } : {}),
    training: {
      command: 'none',
      seed: 1,
      steps: 0,
      imagesSeen: 0,
      batch: 1,
      workers: 1,
      learningRate: 0,
      settings: {},
      dataSha256: HASH,
      splitSha256: HASH,
    },
    weightsManifest: encoded.map(({ group }) => group),
    metrics: { stored: {}, float32: {} },
  };
  site.set(`models/${model.id}/manifest.json`, json(manifest));
  return Object.fromEntries(encoded.map(({ group }) => [group.name, group.sha256]));
}

/** Codebooks start empty; here they are random points. */
const withCodebooks = (arrays: ParamArrays, rng: Rng): ParamArrays =>
  Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [
      name,
      name.startsWith('codebook/') ? { ...array, values: array.values.map(() => rng.normal() / 3) } : array,
    ]),
  );

function addGallery(site: Site, weights: string): void {
  const rng = createRng('gallery');
  const dim = 128;
  const table = (path: string): GalleryFile => {
    const bytes = new Uint8Array(
      packEmbeddings(Float32Array.from({ length: ROWS * dim }, () => rng.normal() / Math.sqrt(dim))).buffer,
    );
    site.set(`gallery/${path}`, bytes);
    return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
  };
  const index: GalleryIndex = {
    weights,
    dim,
    rows: ROWS,
    files: { embeddings: table('embeddings.bin'), captions: { zh: table('captions.zh.bin'), en: table('captions.en.bin') } },
  };
  const concepts: GalleryConcepts = {
    groundRgb: [255, 255, 255],
    cell: 48,
    columns: 8,
    concepts: Array.from({ length: ROWS }, (_, i) => ({
      concept: (0x1f600 + i).toString(16).toUpperCase(),
      emoji: String.fromCodePoint(0x1f600 + i),
      subgroup: 'faces',
      artist: 'noto',
      sheetIndex: i,
      label: { en: `face ${i}`, zh: `脸${i}` },
      split: 'train',
    })),
    attributions: [],
  };
  site.set('gallery/index.json', json(index));
  site.set('gallery/concepts.json', json(concepts));
}

export function createFixtureSite(): Site {
  const site: Site = new Map();
  const { image } = addModel(site, { family: 'contrastive', id: 'contrastive', config: contrastiveConfig(10) });
  addModel(site, { family: 'vqvae', id: 'vqvae-16', config: modelConfig(16) });
  addModel(site, { family: 'vqvae', id: 'vqvae-8', config: modelConfig(8) });
  addGallery(site, image ?? HASH);
  return site;
}

const modelConfig = (grid: 16 | 8) => {
  const config = vqvaeConfig(grid);
  return { ...config, codebooks: [...config.codebooks] };
};
