/**
 * Every number that a text types is one that something else says too: the literature's data file, this page's own models, or a sum
 * that is done here. A number that disagrees with all of them fails.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLAIMS } from '../../../src/article/claims/claims';
import { COMPARISON } from '../../../src/article/comparison/rows';
import { GLOSSARY } from '../../../src/article/glossary/glossary';
import { GROUPS } from '../../../src/article/literature/points';
import { PREDICTIONS } from '../../../src/article/predictions/predictions';
import { SECTION_IDS, type SectionId } from '../../../src/article/section';
import { LANGUAGES } from '../../../src/i18n/language';
import { contrastiveConfigSchema } from '../../../src/model/contrastive/config';
import { CODEBOOK_SIZES, GRID_SIZES, IMAGE_SIZE } from '../../../src/model/types';
import { e7Schema } from '../../../src/results/e7';
import { temperatureSchema } from '../../../src/results/temperature';
import { TOUR_STEPS } from '../../../src/tour/steps';

const { embedDim } = contrastiveConfigSchema.parse(
  JSON.parse(readFileSync('public/models/contrastive/manifest.json', 'utf8')).config,
);
const [FINE, COARSE] = GRID_SIZES;
const bits = (grid: number, k: number) => grid ** 2 * Math.log2(k);

/** Shapes and settings of the works cited; sums are done rather than typed. */
const CLIP = { side: 336, patches: 576, width: 1024, text: 768, joint: 768 };
const RAE = { side: 256, grid: 16, width: 768 };
const LDM = { grid: 32, width: 4 };
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
    LDM.grid ** 2 * LDM.width,
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
  literature: [RAE.grid ** 2 * RAE.width, LDM.grid ** 2 * LDM.width],
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

/** What runs before a citation, back to the one before it or to the paragraph's beginning. */
const cited = (text: string) =>
  text
    .split(/\n{2,}/)
    .flatMap((paragraph) => [...paragraph.matchAll(/((?:(?!<Cite )[\s\S])*)<Cite id="([^"]+)"[^>]*>/g)])
    .map(([, words = '', paper = '']) => ({ words, paper }));

test.each(LANGUAGES)('figures before a citation are of the paper that it names, in %s', (language) => {
  const texts = SECTION_IDS.map((section) => readFileSync(`src/article/${section}/${language}.mdx`, 'utf8'));
  const papers = new Set(GROUPS.map(({ paper }) => paper));
  const inPaper = (paper: string) =>
    GROUPS.filter((group) => group.paper === paper).flatMap(({ points }) =>
      points.flatMap(({ scores }) => Object.values(scores)),
    );
  const decimals = texts
    .flatMap(cited)
    .filter(({ paper }) => papers.has(paper))
    .flatMap(({ words, paper }) =>
      numbersIn(words)
        .filter((number) => !Number.isInteger(number))
        .map((number) => ({ number, paper })),
    );
  expect(decimals.length).toBeGreaterThan(40);
  expect(decimals.filter(({ number, paper }) => !inPaper(paper).includes(number))).toEqual([]);
});

/** CLIP's ResNets and ViTs; one of LDM's autoencoders; other claims that a correction refers to. */
const IN_CORRECTIONS = [5, 3, 4, 11, 14];

test.each(CLAIMS)('the correction of claim $id types no number that nothing else says', ({ correction }) => {
  const known = new Set<number>([...MEASURED, ...OWN, ...Object.values(FACTS).flat(), ...IN_CORRECTIONS]);
  expect(numbersIn(correction.en).filter((number) => !known.has(number))).toEqual([]);
});

const { figures: temperature } = temperatureSchema.parse(JSON.parse(readFileSync('public/results/temperature.json', 'utf8')));
const WITHOUT_FIGURES = /\{\{[^{}]*\}\}/g;
/** Strengths of the changes that are spoken of by their strength. */
const STRENGTHS = e7Schema
  .parse(JSON.parse(readFileSync('public/results/e7.json', 'utf8')))
  .figures.changes.flatMap(({ change, strength }) =>
    typeof strength === 'number' && (change === 'noise' || change === 'occlude') ? [strength] : [],
  );
/** An unrelated image is 100% of the way; emoji groups are counted in words. */
const IN_MEASURED = [100, temperature.batch, temperature.temperatures.high, ...STRENGTHS];

test.each([
  ...CLAIMS.flatMap(({ id, measured }) => (measured ? [{ name: `was measured of claim ${id}`, text: measured }] : [])),
  ...PREDICTIONS.map(({ id, answer }) => ({ name: `answers the question on ${id}`, text: answer })),
  ...COMPARISON.map(({ id, measured }) => ({ name: `was measured of the row on ${id}`, text: measured })),
  ...PREDICTIONS.map(({ id, question }) => ({ name: `is asked about ${id}`, text: question })),
  ...TOUR_STEPS.map(({ id, text }) => ({ name: `is said on the tour at ${id}`, text })),
])('what $name types no number that nothing else says', ({ text }) => {
  const known = new Set<number>([...OWN, ...IN_MEASURED]);
  for (const each of [text.zh, text.en])
    expect(numbersIn(each.replaceAll(WITHOUT_FIGURES, '')).filter((number) => !known.has(number))).toEqual([]);
});

/** A patch's side; the ends of cosine, probability and SSIM; decibels that half of an error are worth; VQAv2. */
const IN_GLOSSARY = [IMAGE_SIZE / FINE, 0, 1, Math.round(10 * Math.log10(2))];

test.each(GLOSSARY)('what the glossary says of $id types no number that nothing else says', ({ sentence }) => {
  for (const each of [sentence.zh, sentence.en])
    expect(numbersIn(each).filter((number) => !IN_GLOSSARY.includes(number))).toEqual([]);
});

/** What the groups' notes say of how their papers measured, as read there; sums of what points are called are done. */
const IN_NOTES: Readonly<Record<string, readonly number[]>> = {
  'vila-u': [25e6],
  vqgan: [16384 / 1024],
  'vit-vqgan': [2],
  llamagen: [111],
  'titok-code': [32],
  'va-vae': [16, 10e3],
  repa: [17.5],
  transfusion: [7],
  mar: [256],
};
const MULTIPLES: Readonly<Record<string, number>> = { 万: 1e4, million: 1e6, thousand: 1e3 };
/** Numbers with what multiplies them. */
const multiplied = (text: string): number[] =>
  numbersIn(text.replaceAll(/(\d+) ?(万|million|thousand)/g, (_, number, by) => String(Number(number) * (MULTIPLES[by] ?? 1))));

test.each(GROUPS.flatMap(({ paper, at, note }) => (note ? [{ paper, at, note }] : [])))(
  'the note on $paper, $at, types the numbers that the paper says',
  ({ paper, note }) => {
    const [zh, en] = [multiplied(note.zh), multiplied(note.en)];
    expect(new Set(zh)).toEqual(new Set(en));
    expect([...zh, ...en].filter((number) => !IN_NOTES[paper]?.includes(number))).toEqual([]);
  },
);

test.each(GROUPS.flatMap(({ paper, points }) => points.map((point) => ({ ...point, paper }))))(
  'the point $id of $paper has the same numbers in both languages',
  ({ name }) => {
    expect(new Set(numbersIn(name.zh))).toEqual(new Set(numbersIn(name.en)));
  },
);

test('half of the temperature is half of it', () => {
  expect(temperature.temperatures.low * 2).toBe(temperature.temperatures.high);
});

test('every claim that a row of the comparison tests has a measured figure', () => {
  const tested = COMPARISON.flatMap(({ claims }) => [claims.understanding, claims.generation]);
  const measured = CLAIMS.filter((claim) => claim.measured).map(({ id }) => id);
  expect(tested.filter((id) => !measured.includes(id))).toEqual([]);
});

test.each(LANGUAGES)('words that set the codebook or the grid type the number that they set, in %s', (language) => {
  const texts = SECTION_IDS.map((section) => readFileSync(`src/article/${section}/${language}.mdx`, 'utf8')).join('\n');
  const buttons = [...texts.matchAll(/<SetLab ([^>]*)>([^<]*)<\/SetLab>/g)];
  const amiss = buttons.filter(([, attributes = '', words = '']) => {
    const set = [...attributes.matchAll(/\{(-?[\d.]+)\}/g)].map(([, value]) => Number(value));
    const typed = numbersIn(words).filter((number) => OWN.includes(number as (typeof OWN)[number]));
    return typed.some((number) => !set.includes(number) && number !== bits(COARSE, 256));
  });
  expect(buttons.length).toBeGreaterThan(10);
  expect(amiss.map(([button]) => button)).toEqual([]);
});

test('a number that nothing says is found', () => {
  expect(numbersIn('A vector of 4,097 bits, $x_{12}$, <SetLab k={16}>an rFID of 0.48</SetLab>, SigLIP 2')).toEqual([4097, 0.48]);
});
