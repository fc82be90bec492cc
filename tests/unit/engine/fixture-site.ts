/** A site's models/ and gallery/ with untrained weights, in memory: right in form, quick to make. */
import type * as z from 'zod/mini';
import { createRng, type Rng } from '../../../src/dataset/rng';
import type { GalleryConcepts } from '../../../src/dataset/shipped-schema';
import { type ContrastiveConfig, contrastiveConfig } from '../../../src/model/contrastive/config';
import { untrainedTower, valuesSha256 } from '../../../src/model/decoder/codes';
import { type CodeShape, type DecoderConfig, decoderConfig } from '../../../src/model/decoder/config';
import {
  GALLERY_CODEBOOK,
  GALLERY_PIXEL_SIDE,
  type GalleryCodes,
  type GalleryFile,
  type GalleryIndex,
} from '../../../src/model/gallery';
import type { AnyManifest, FrozenEncoder } from '../../../src/model/manifest';
import { initialise } from '../../../src/model/params';
import { decoderId, groupSpecs } from '../../../src/model/registry';
import { packEmbeddings } from '../../../src/model/retrieval';
import type { ParamArrays, SwapCode } from '../../../src/model/types';
import { vqvaeConfig, type vqvaeConfigSchema } from '../../../src/model/vqvae/config';
import { encodeWeights, sha256Hex } from '../../../src/model/weights';

export type Site = Map<string, Uint8Array>;

const ROWS = 20;
const HASH = '0'.repeat(64);

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function addModel(site: Site, model: Pick<AnyManifest, 'family' | 'id' | 'config'>, extra: object = {}): Record<string, string> {
  const rng = createRng(model.id);
  const encoded = Object.entries(groupSpecs(model)).map(([name, specs]) =>
    encodeWeights(name, `${name}.bin`, specs, withPoints(initialise(specs, rng), rng), 'float32', () => {
      throw new Error('float32 needs no rounding');
    }),
  );
  for (const { group, bytes } of encoded) site.set(`models/${model.id}/${group.paths[0]}`, bytes);
  const manifest = {
    format: 1,
    ...model,
    ...extra,
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

/** Codebooks and lexicon start empty; here they are random points. */
const withPoints = (arrays: ParamArrays, rng: Rng): ParamArrays =>
  Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [
      name,
      /^(codebook|lexicon)\//.test(name) ? { ...array, values: array.values.map(() => rng.normal() / 3) } : array,
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
    textWeights: sha256Hex(new Uint8Array()),
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

/** The codes that only some labs ask for. @param weights hashes of the VQ-VAEs */
function addCodes(site: Site, weights: Readonly<Record<16 | 8, string>>): void {
  const rng = createRng('codes');
  const table = (path: string, values: Uint8Array | Uint16Array): GalleryFile => {
    const bytes = new Uint8Array(values.buffer);
    site.set(`gallery/${path}`, bytes);
    return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
  };
  const tokens = (grid: 16 | 8) => ({
    weights: weights[grid],
    ...table(
      `tokens.${grid}.bin`,
      Uint16Array.from({ length: ROWS * grid * grid }, () => rng.int(GALLERY_CODEBOOK)),
    ),
  });
  const side = GALLERY_PIXEL_SIDE;
  const pixels = Uint8Array.from({ length: ROWS * side * side * 3 }, () => rng.int(256));
  const codes: GalleryCodes = {
    rows: ROWS,
    codebook: GALLERY_CODEBOOK,
    tokens: { 16: tokens(16), 8: tokens(8) },
    pixels: { side, ...table('pixels.bin', pixels) },
  };
  site.set('gallery/codes.json', json(codes));
}

/** Seed of the tower that learned nothing. */
const UNTRAINED_SEED = 5;

function addDecoders(site: Site, configs: Configs, contrastive: string, tokens: string): void {
  const { embedDim, width } = configs.contrastive;
  const untrained = valuesSha256(untrainedTower(configs.contrastive, createRng(UNTRAINED_SEED)));
  const decoders: Record<SwapCode, [CodeShape, FrozenEncoder]> = {
    pooled: [
      { side: 1, codeDim: embedDim },
      { model: 'contrastive', sha256: contrastive },
    ],
    grid: [
      { side: 8, codeDim: width },
      { model: 'contrastive', sha256: contrastive },
    ],
    tokens: [
      { side: 8, codeDim: configs.vqvae(8).codeDim },
      { model: 'vqvae-8', sha256: tokens, codebook: 512 },
    ],
    'random-grid': [
      { side: 8, codeDim: width },
      { model: 'untrained', sha256: untrained, seed: UNTRAINED_SEED },
    ],
  };
  for (const [code, [shape, encoder]] of Object.entries(decoders))
    addModel(site, { family: 'decoder', id: decoderId(code as SwapCode), config: configs.decoder(shape) }, { encoder });
}

/** As many as the tower has rows, less padding and the unknown. */
const VOCABULARY = ['red', 'round', 'face', 'cat', 'dog', 'car', '红', '脸'];
/** One of them is known to the lexicon alone. */
const LEXICON = ['red', 'cat', 'tiger'];
const CONTRASTIVE = contrastiveConfig(VOCABULARY.length + 2);

/** How large the models are. */
interface Configs {
  readonly contrastive: ContrastiveConfig;
  readonly vqvae: (grid: 16 | 8) => z.input<typeof vqvaeConfigSchema>;
  readonly decoder: (shape: CodeShape) => DecoderConfig;
}

/** As published. */
const REAL: Configs = { contrastive: CONTRASTIVE, vqvae: modelConfig, decoder: decoderConfig };
/** The same layers with few channels, for many passes where each is slow. */
const LEAN: Configs = {
  contrastive: { ...CONTRASTIVE, stemWidth: 4, width: 16 },
  vqvae: (grid) => ({ ...modelConfig(grid), width: 8, deepWidth: 8 }),
  decoder: (shape) => ({ ...decoderConfig(shape), spread: 1, width: 8, fineWidth: 8 }),
};

export function createFixtureSite(size: 'real' | 'lean' = 'real'): Site {
  const configs = size === 'real' ? REAL : LEAN;
  const site: Site = new Map();
  const words = (id: string, path: string, list: readonly string[]) => {
    const bytes = json(list);
    site.set(`models/${id}/${path}`, bytes);
    return { path, sha256: sha256Hex(bytes), bytes: bytes.length };
  };
  const { image = HASH, text = HASH } = addModel(
    site,
    { family: 'contrastive', id: 'contrastive', config: configs.contrastive },
    { vocabulary: words('contrastive', 'vocabulary.json', VOCABULARY) },
  );
  addModel(
    site,
    { family: 'lexicon', id: 'lexicon', config: { units: LEXICON.length, rank: 4, embedDim: configs.contrastive.embedDim } },
    {
      units: words('lexicon', 'units.json', LEXICON),
      towers: { image, text },
      fitting: { command: 'none', settings: {}, dataSha256: HASH, splitSha256: HASH, keywordsSha256: HASH },
    },
  );
  const { weights: fine = HASH } = addModel(site, { family: 'vqvae', id: 'vqvae-16', config: configs.vqvae(16) });
  const { weights: coarse = HASH } = addModel(site, { family: 'vqvae', id: 'vqvae-8', config: configs.vqvae(8) });
  addGallery(site, image);
  addCodes(site, { 16: fine, 8: coarse });
  addDecoders(site, configs, image, coarse);
  return site;
}

function modelConfig(grid: 16 | 8): z.input<typeof vqvaeConfigSchema> {
  const config = vqvaeConfig(grid);
  return { ...config, codebooks: [...config.codebooks] };
}
