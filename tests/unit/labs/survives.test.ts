/** The lab's state: the unchanged picture is coded once, late answers are dropped, failures can be tried again. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHANGES } from '../../../src/dataset/changes';
import type { GenerationSettings, ManyCodes } from '../../../src/engine/protocol';
import type { Picture } from '../../../src/labs/lab';
import type { Samples } from '../../../src/labs/shared/files';
import { controlStep, curvesOfTrace } from '../../../src/labs/survives/curves';
import { isBeyond, LEVELS, levelAt, strengthAt } from '../../../src/labs/survives/levels';
import { rowsOf } from '../../../src/labs/survives/rows';
import { createSurvivesStore } from '../../../src/labs/survives/store';
import { e7Schema } from '../../../src/results/e7';
import { createFakeClient, settle } from '../compare/fake-client';
import { plainImage } from '../compare/results';

const settings: GenerationSettings = { grid: 8, codebook: 4 };
const apple: Picture = { kind: 'sample', concept: '1F34E', artist: 'noto', image: plainImage(10) };

/** Codes of a picture: a unit vector at an angle, and tokens that are all the same. */
const codesOf = (angle: number, token: number) => ({
  embedding: Float32Array.of(Math.cos(angle), Math.sin(angle)),
  tokens: new Uint16Array(64).fill(token),
  latents: new Float32Array(),
});

const answer = (...images: ReturnType<typeof codesOf>[]): ManyCodes => ({
  ...settings,
  models: { understanding: { id: 'contrastive', sha256: 'a' }, generation: { id: 'vqvae-8', sha256: 'b' } },
  images,
  entries: new Float32Array(16),
  codeDim: 4,
});

function open() {
  const fake = createFakeClient();
  const store = createSurvivesStore({
    engine: () => Promise.resolve(fake.client),
    images: { changed: async (_, __, level) => plainImage(level), unrelated: async () => plainImage(200) },
    requested: { picture: null, settings, change: 'shift', level: 4 },
  });
  return { fake, state: () => store.getState() };
}

test('the first answer brings the unchanged and the unrelated picture, later moves one pass each', async () => {
  const { fake, state } = open();
  state().ask({ picture: apple });
  await settle();
  expect(fake.last().arguments[0]).toBe('survives');
  expect(fake.last().arguments[1]).toHaveLength(3);
  await fake.last().answer(answer(codesOf(0.5, 1), codesOf(0, 0), codesOf(Math.PI / 2, 2)));
  expect(state()).toMatchObject({ progress: { state: 'ready' }, shown: { level: 4, distance: { tokensChanged: 1 } } });
  expect(state().shown?.distance.cosine).toBeCloseTo(Math.cos(0.5), 5);
  expect(state().shown?.baseline.unrelated.cosine).toBeCloseTo(0, 5);

  state().ask({ level: 6 });
  await settle();
  expect(fake.last().arguments[1]).toHaveLength(1);
  await fake.last().answer(answer(codesOf(0.2, 0)));
  expect(state().shown).toMatchObject({ level: 6, distance: { tokensChanged: 0 } });
  expect(state().traces.shift?.map(({ level }) => level)).toEqual([4, 6]);
  // Cells that are other than in the step before flash, also those that have come back.
  expect(state().shown?.fresh.every((cell) => cell === 1)).toBe(true);
});

test('answers of another picture or of an older step are dropped', async () => {
  const { fake, state } = open();
  state().ask({ picture: apple });
  await settle();
  const late = fake.last();
  const pear: Picture = { ...apple, concept: '1F350', image: plainImage(30) };
  state().ask({ picture: pear });
  await settle();
  await late.answer(answer(codesOf(0.5, 1), codesOf(0, 0), codesOf(1, 2)));
  expect(state().shown).toBeNull();
  await fake.last().answer(answer(codesOf(0.5, 1), codesOf(0, 0), codesOf(1, 2)));
  expect(state().shown?.baseline.picture).toBe(pear);

  state().ask({ level: 5 });
  await settle();
  const older = fake.last();
  state().ask({ level: 7 });
  await settle();
  await fake.last().answer(answer(codesOf(0.7, 1)));
  await older.answer(answer(codesOf(0.5, 1)));
  expect(state().shown?.level).toBe(7);
});

test('a failure is told and can be tried again', async () => {
  const { fake, state } = open();
  state().ask({ picture: apple });
  await settle();
  await fake.last().fail({ code: 'internal' });
  expect(state().progress).toMatchObject({ state: 'failed', failure: { code: 'internal' } });
  state().catchUp();
  await settle();
  await fake.last().answer(answer(codesOf(0.5, 1), codesOf(0, 0), codesOf(1, 2)));
  expect(state().progress).toEqual({ state: 'ready' });
});

test('every strength of a slider leads back to its step', () => {
  for (const [change, levels] of Object.entries(LEVELS) as [keyof typeof LEVELS, readonly number[]][])
    levels.forEach((_, level) => expect(levelAt(change, strengthAt(change, level))).toBe(level));
});

test('no strength of a slider is beyond it, and what lies past its ends is; a redrawing is by one of the other artists', () => {
  const samples = { concepts: [{ artists: ['a', 'b', 'c'] }, { artists: ['a'] }] } as unknown as Samples;
  for (const [change, levels] of Object.entries(LEVELS) as [keyof typeof LEVELS, readonly number[]][]) {
    expect(levels.filter((strength) => isBeyond(change, strength, samples))).toEqual([]);
    expect(isBeyond(change, Math.max(...levels) + 1, samples)).toBe(true);
    expect(isBeyond(change, Math.min(...levels) - 1, samples)).toBe(true);
  }
  expect([0, 1, 2].map((artist) => isBeyond('redraw', artist, samples))).toEqual([false, false, true]);
});

test('a curve lies between nothing and all, from weak to strong, for rising and for falling strengths', () => {
  const trace = [
    { level: 0, cosine: 1, tokensChanged: 0 },
    { level: LEVELS.jpeg.length - 1, cosine: -0.1, tokensChanged: 0.75 },
  ];
  const whole = {
    cosines: [
      { x: 0, y: 1 },
      { x: 1, y: 0 },
    ],
    tokens: [
      { x: 0, y: 1 },
      { x: 1, y: 0.25 },
    ],
  };
  expect(curvesOfTrace('jpeg', trace)).toEqual(whole);
  const withoutCodebook = trace.map((step) => ({ ...step, tokensChanged: null }));
  expect(curvesOfTrace('jpeg', withoutCodebook).tokens).toEqual([]);
});

test('rows go from weak to strong and end with the unrelated picture', () => {
  const trace = [19, 4, 0].map((level) => ({ level, cosine: 0.5, tokensChanged: 0.5 }));
  const unrelated = { cosine: 0.1, tokensChanged: 0.9 };
  expect(rowsOf('jpeg', 8, trace, unrelated, null).map(({ strength }) => strength)).toEqual([100, 80, 5, 'unrelated']);
  expect(rowsOf('shift', 8, trace.slice(1), unrelated, null).map(({ strength }) => strength)).toEqual([0, 4, 'unrelated']);
});

test('what was measured is forgotten on demand, and the picture shown stays', async () => {
  const { fake, state } = open();
  state().ask({ picture: apple });
  await settle();
  await fake.last().answer(answer(codesOf(0.5, 1), codesOf(0, 0), codesOf(Math.PI / 2, 2)));
  state().forget();
  expect(state().traces).toEqual({});
  expect(state().shown?.level).toBe(4);
});

test('every change has its untrained control, at the strongest that the evaluation set was measured at', () => {
  const evaluation = e7Schema.parse(JSON.parse(readFileSync('public/results/e7.json', 'utf8')));
  for (const change of CHANGES) {
    const steps = evaluation.figures.changes.filter((measured) => measured.change === change);
    const control = controlStep(evaluation, change);
    expect(control).toMatchObject({ untrained: steps.at(-1)?.wayThere.untrained });
    expect(control?.trained, change).toBe(Math.max(...steps.map(({ wayThere }) => wayThere.embedding)));
  }
});
