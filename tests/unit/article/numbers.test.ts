/**
 * Every number that a text types is one that something else says too: the literature's data file, this page's own models, or a sum
 * that is done here. A number that disagrees with all of them fails.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLAIMS } from '../../../src/article/claims/claims';
import { GROUPS } from '../../../src/article/literature/points';
import { SECTION_IDS, type SectionId } from '../../../src/article/section';
import { LANGUAGES } from '../../../src/i18n/language';
import { contrastiveConfigSchema } from '../../../src/model/contrastive/config';
import { CODEBOOK_SIZES, GRID_SIZES, IMAGE_SIZE } from '../../../src/model/types';

const { embedDim } = contrastiveConfigSchema.parse(
  JSON.parse(readFileSync('public/models/contrastive/manifest.json', 'utf8')).config,
);
const [FINE, COARSE] = GRID_SIZES;
const bits = (grid: number, k: number) => grid ** 2 * Math.log2(k);

/** Shapes and settings of the works cited; sums are done rather than typed. */
const CLIP = { side: 336, patches: 576, width: 1024, text: 768, joint: 768 };
const RAE = { side: 256, grid: 16, width: 768 };
const VQVAE = { side: 128, grid: 32, k: 512, beta: 0.25 };
const compression = (VQVAE.side ** 2 * 3 * 8) / bits(VQVAE.grid, VQVAE.k);
const DALLE = { grid: 32, k: 8192 };

const OWN = [...CODEBOOK_SIZES.filter((k) => k !== 'inf'), ...GRID_SIZES, IMAGE_SIZE];

const FACTS: Readonly<Record<SectionId, readonly number[]>> = {
  // VA-VAE's 16 and 64 numbers a cell are in the names of its points; tokenizers of 16×16 pixels reach 20 to 21 dB.
  goals: [16, 64, ...[20.79, 19.99].map(Math.round), Math.ceil(20.79)],
  design: [
    CLIP.side,
    CLIP.side ** 2 * 3,
    CLIP.patches,
    CLIP.width,
    CLIP.patches * CLIP.width,
    RAE.side,
    3,
    RAE.grid,
    RAE.width,
    RAE.grid ** 2 * RAE.width,
    FINE ** 2,
    bits(FINE, 16),
    bits(FINE, 512),
    bits(FINE, 4),
    bits(COARSE, 256),
    VQVAE.beta,
    // The labels of pairs.
    1,
  ],
  models: [VQVAE.side, VQVAE.grid, VQVAE.k, Math.floor(compression * 10) / 10, DALLE.grid, DALLE.k, RAE.side],
  // Show-o's and LlamaGen's tokens an image are in the names of their points.
  causes: [
    embedDim,
    32,
    embedDim * 32,
    bits(FINE, 512),
    VQVAE.side,
    VQVAE.side ** 2 * 3,
    VQVAE.grid ** 2,
    CLIP.width,
    CLIP.text,
    CLIP.joint,
    576,
  ],
  // The year in which SEED appeared.
  outlook: [2023],
  literature: [],
};

const MEASURED = GROUPS.flatMap(({ points }) => points.flatMap(({ scores }) => Object.values(scores)));

/** Numbers within the names of works, models and tests. */
const NAMES = /DeepSeek-R1|SigLIP 2|DALL-E 2|B\/16|VQAv2|DINOv2|\bL2\b/g;

/** What is no running text: formulas, elements with their attributes, the headings' anchors, names. */
const MARKUP = [/\$\$[\s\S]*?\$\$/g, /\$[^$]*\$/g, /<[^>]*>/g, /\[#[a-z-]+\]/g, NAMES];

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

const numbersIn = (text: string): number[] =>
  [...MARKUP.reduce((left, pattern) => left.replaceAll(pattern, ' '), text).matchAll(NUMBER)].map(([number]) =>
    Number(number.replaceAll(',', '')),
  );

describe.each(SECTION_IDS)('section %s', (section) => {
  const known = new Set<number>([...MEASURED, ...OWN, ...FACTS[section]]);

  test.each(LANGUAGES)('types no number that nothing else says, in %s', (language) => {
    const typed = numbersIn(readFileSync(`src/article/${section}/${language}.mdx`, 'utf8'));
    expect(typed.filter((number) => !known.has(number))).toEqual([]);
  });

  test('types the same numbers in both languages', () => {
    const [zh, en] = LANGUAGES.map(
      (language) => new Set(numbersIn(readFileSync(`src/article/${section}/${language}.mdx`, 'utf8'))),
    );
    expect(zh).toEqual(en);
  });
});

/** CLIP's ResNets and ViTs; one of LDM's autoencoders; other claims that a correction refers to. */
const IN_CORRECTIONS = [5, 3, 4, 11, 14];

test.each(CLAIMS)('the correction of claim $id types no number that nothing else says', ({ correction }) => {
  const known = new Set<number>([...MEASURED, ...OWN, ...Object.values(FACTS).flat(), ...IN_CORRECTIONS]);
  expect(numbersIn(correction.en).filter((number) => !known.has(number))).toEqual([]);
});

test('a number that nothing says is found', () => {
  expect(numbersIn('A vector of 4,097 bits, $x_{12}$, <SetLab k={16}>an rFID of 0.48</SetLab>, SigLIP 2')).toEqual([4097, 0.48]);
});
