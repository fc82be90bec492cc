/** How captions are embedded when they are measured, with the lexicon and without, and what the lexicon is fitted to. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { contrastiveConfig, imageTowerSpecs, textTowerSpecs } from '../../../src/model/contrastive/config';
import { captionEmbedding, createLexicon } from '../../../src/model/contrastive/lexicon';
import { createTokeniser } from '../../../src/model/contrastive/vocabulary';
import { disposeParams, initialise, uploadParams } from '../../../src/model/params';
import type { Params } from '../../../src/model/types';
import { parseManifest } from '../../../src/model/weights';
import { byConcept, loadDataset, renderingsOf } from '../../../training/dataset';
import { type CaptionReader, type Embeddings, embedCaptions, embedImages } from '../../../training/evaluate/embed';
import { onWhite } from '../../../training/evaluate/on-white';
import { matchRanks } from '../../../training/evaluate/recall';
import { loadKeywords } from '../../../training/keywords';
import { lexiconMaterial } from '../../../training/lexicon/sayings';
import { readLexicon } from '../../../training/published';
import { initWasm } from '../../../training/runtime/wasm';

const WORDS = ['red', 'cat'];
const config = { ...contrastiveConfig(createTokeniser(WORDS).size), stemWidth: 4, width: 16 };
const rng = createRng('captions');
const noise = (shape: number[]) => ({
  shape,
  values: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => rng.normal()),
});
const lexicon = createLexicon(['cat', 'tiger'], {
  'lexicon/units': noise([2, 3]),
  'lexicon/basis': noise([3, config.embedDim]),
  'lexicon/mean': noise([config.embedDim]),
});

let params: Params;
let alone: CaptionReader;
beforeAll(async () => {
  await initWasm();
  params = uploadParams(initialise([...imageTowerSpecs(config), ...textTowerSpecs(config)], createRng('towers')));
  alone = { params, config, tokeniser: createTokeniser(WORDS) };
});
afterAll(() => disposeParams(params));

const rowOf = ({ values, dim }: Embeddings, row: number): Float32Array => values.slice(row * dim, (row + 1) * dim);
const near = (values: Iterable<number> | undefined) => [...(values ?? [])].map((value) => expect.closeTo(value, 5));

describe('embedCaptions', () => {
  const captions = ['red cat', 'red', 'tiger', 'blorf'];

  it('puts a caption between what tower and lexicon say', () => {
    const [both, tower] = [embedCaptions({ ...alone, lexicon }, captions), embedCaptions(alone, captions)];
    expect([...rowOf(both, 0)]).toEqual(near(captionEmbedding(rowOf(tower, 0), lexicon.embed('red cat'))));
    expect([...rowOf(both, 0)]).not.toEqual(near(rowOf(tower, 0)));
  });

  it('leaves a caption to the one that knows a word of it', () => {
    const [both, tower] = [embedCaptions({ ...alone, lexicon }, captions), embedCaptions(alone, captions)];
    expect([...rowOf(both, 1)]).toEqual(near(rowOf(tower, 1)));
    expect([...rowOf(both, 2)]).toEqual(near(lexicon.embed('tiger')));
  });

  it('finds nothing by a caption that neither knows', () => {
    const nothing = rowOf(embedCaptions({ ...alone, lexicon }, captions), 3);
    expect(nothing.every((value) => value === 0)).toBe(true);
    const drawings = { embeddings: { dim: 2, values: Float32Array.of(1, 0, 0, 1) }, labels: ['blorf', 'other'] };
    expect(matchRanks({ embeddings: { dim: 2, values: nothing.slice(0, 2) }, labels: ['blorf'] }, [drawings])).toEqual([1]);
  });
});

test('the lexicon is fitted to nothing of held-out concepts, nor of the unseen artist', () => {
  const whole = loadDataset();
  const train = new Set(whole.split.train);
  const rank = (concept: number): number => (train.has(whole.concepts[concept]?.concept ?? '') ? 0 : 1);
  // A few concepts of either kind are enough, and quick; items that are left out keep their place, since pixels go by it.
  const few = [0, 1].flatMap((kind) => whole.concepts.flatMap((_, i) => (rank(i) === kind ? [i] : [])).slice(0, 3));
  const kept = new Set(few);
  const split = {
    ...whole.split,
    train: whole.split.train.filter((hexcode) => few.some((i) => whole.concepts[i]?.concept === hexcode)),
  };
  const { sayings, targets } = lexiconMaterial(params, config, { ...whole, split }, loadKeywords().keywords.concepts);
  const trained = [...kept].filter((i) => rank(i) === 0);
  // Of a concept the mean over the known artists' drawings, and over no other's.
  const means = [...byConcept(renderingsOf({ ...whole, split }, ['train'], 'train'))].flatMap(([, drawings]) => {
    expect(drawings.every(({ artist }) => artist !== 'openmoji')).toBe(true);
    const images = drawings.map((drawing) => onWhite(whole, drawing));
    const { dim, values } = embedImages(params, config, images);
    return Array.from(
      { length: dim },
      (_, i) => images.reduce((sum, _image, row) => sum + (values[row * dim + i] ?? 0), 0) / images.length,
    );
  });
  expect(means).toHaveLength(trained.length * config.embedDim);
  expect([...targets.values]).toEqual(near(means));
  const labels = (language: 'en' | 'zh') => trained.map((i) => whole.concepts[i]?.label[language]);
  expect(new Set(sayings.map(({ label }) => label))).toEqual(new Set([...labels('en'), ...labels('zh')]));
});

test('a lexicon of other towers is refused', () => {
  const path = 'public/models/contrastive/manifest.json';
  const towers = parseManifest(JSON.parse(readFileSync(path, 'utf8')), path);
  expect(readLexicon('public/models', towers).has('cat')).toBe(true);
  const others = { ...towers, weightsManifest: towers.weightsManifest.map((group) => ({ ...group, sha256: 'f'.repeat(64) })) };
  expect(() => readLexicon('public/models', others)).toThrow(/other towers.*npm run lexicon/);
});
