/** The options of a run from the flags of the command: new, gone on with, made longer; and what does not fit together. */
import { describe, expect, test } from 'vitest';
import { continuedOptions, newOptions, type RunFlags, restartOf, restartText, resumedOptions } from '../../../training/run/flags';
import { differences, RUN_DEFAULTS, type RunOptions } from '../../../training/run/options';

const DATA = { data: 'a', split: 'b' };

describe('a new run', () => {
  test('is as published where nothing is said, with no more workers than the batch can be dealt to', () => {
    const { workers, ...rest } = newOptions('contrastive', {}, DATA);
    expect(rest).toEqual({ model: 'contrastive', seed: 1, data: DATA, ...RUN_DEFAULTS.contrastive });
    expect(96 % workers).toBe(0);
    expect([1, 2, 4]).toContain(newOptions('vqvae-16', {}, DATA).workers);
  });

  test('begins anew where it is told: at its own ends, or those of the published run', () => {
    const restarts = [{ at: 4, learningRate: 0.001 }];
    expect(newOptions('vqvae-8', { steps: [4, 6], restarts }, DATA)).toMatchObject({ steps: 6, earlierEnds: [4], restarts });
    expect(newOptions('contrastive', { steps: [4, 6] }, DATA).restarts).toBeUndefined();
    const earlier = [{ at: 6000, learningRate: 0.003 }];
    expect(newOptions('contrastive', { restarts: earlier }, DATA)).toMatchObject({
      steps: RUN_DEFAULTS.contrastive.steps,
      restarts: earlier,
    });
  });

  const at = (...steps: number[]) => steps.map((step) => ({ at: step, learningRate: 0.001 }));
  test.each<[RunOptions['model'], RunFlags, RegExp]>([
    ['vqvae-8', { steps: [6, 4] }, /--steps 6 4 does not rise/],
    ['vqvae-8', { steps: [4, 6], restarts: at(5) }, /--restarts 5: .* where it ended before, at 4/],
    ['vqvae-8', { restarts: at(5) }, /--restarts 5/],
    ['vqvae-8', { steps: [2, 4, 6], restarts: at(4, 2) }, /--restarts 4 2 does not rise/],
    ['contrastive', { only: 16 }, /--only is for the VQ-VAEs/],
    ['vqvae-16', { loss: 'sigmoid' }, /--loss sigmoid is for the contrastive model/],
    [
      'vqvae-8',
      { steps: [4, 6], restarts: [{ at: 4, learningRate: 0.001, stored: true }] },
      /--restarts 4:0\.001:stored: .* moving averages/,
    ],
  ])('%s with %o is refused', (model, flags, sentence) => {
    expect(() => newOptions(model, flags, DATA)).toThrow(sentence);
  });
});

describe('a run that goes on', () => {
  const first = { at: 4, learningRate: 0.003 };
  const options = newOptions('contrastive', { steps: [4, 8], restarts: [first], batch: 8, workers: 2 }, DATA);
  const go = (flags: RunFlags, step = 8, data = DATA) => resumedOptions({ path: 'x.ckpt', options, step }, flags, data);

  test('keeps its options; flags may repeat them', () => {
    expect(go({}, 5)).toEqual(options);
    expect(go({ steps: [4, 8], restarts: [first], batch: 8, workers: 2, seed: 1 }, 5)).toEqual(options);
    expect(go({ steps: [8] }, 5)).toEqual(options);
  });

  test('is made longer, and begins anew where it ended; the same flags go on with it then', () => {
    const flags = { steps: [12], restarts: [{ at: 8, learningRate: 0.002 }], workers: 2 };
    const longer = go(flags);
    expect(longer).toEqual({ ...options, steps: 12, earlierEnds: [4, 8], restarts: [first, ...flags.restarts] });
    expect(resumedOptions({ path: 'x.ckpt', options: longer, step: 9 }, flags, DATA)).toEqual(longer);
    expect(go({ steps: [10, 12] })).toEqual({ ...options, steps: 12, earlierEnds: [4, 8, 10] });
  });

  test.each<[RunFlags, number, RegExp]>([
    [{ batch: 16 }, 5, /--batch 16: x\.ckpt was begun with 8/],
    [{ workers: 1 }, 5, /--workers 1: .* begun with 2/],
    [{ learningRate: 0.1 }, 5, /--learning-rate 0\.1/],
    [{ seed: 2 }, 5, /--seed 2/],
    [{ loss: 'sigmoid' }, 5, /--loss sigmoid/],
    [{ steps: [12] }, 5, /at step 5 of 8; only a run that is over can be made longer/],
    [{ steps: [4] }, 8, /--steps 4: x\.ckpt ends at 4 8/],
    [{ steps: [6, 8] }, 8, /--steps 6 8: x\.ckpt ends at 4 8/],
    [{ restarts: [{ at: 8, learningRate: 0.002 }] }, 8, /--restarts 8: .* where more --steps make it longer/],
    [{ steps: [12], restarts: [{ at: 4, learningRate: 0.002 }] }, 8, /--restarts 4: .* at 8/],
  ])('is refused with %o at step %d', (flags, step, sentence) => {
    expect(() => go(flags, step)).toThrow(sentence);
  });

  test('is refused on other data', () => {
    expect(() => go({}, 5, { ...DATA, split: 'c' })).toThrow(/x\.ckpt was trained on other data/);
  });
});

describe('the published run, where no checkpoint is left', () => {
  const { steps, earlierEnds = [], restarts = [] } = RUN_DEFAULTS.contrastive;
  const training = {
    command: '',
    seed: 3,
    steps,
    imagesSeen: 0,
    batch: 96,
    workers: 2,
    learningRate: 0.002,
    settings: {},
    dataSha256: DATA.data,
    splitSha256: DATA.split,
    furtherSha256: 'c',
  };
  const stored = { at: steps, learningRate: 0.003, stored: true } as const;
  const go = (flags: RunFlags, told: Partial<typeof training> = {}) =>
    continuedOptions({ path: 'manifest.json', training: { ...training, ...told } }, flags, DATA);

  test('is made longer from its stored weights, with what it was trained with', () => {
    expect(go({ steps: [steps + 8], restarts: [stored] })).toEqual({
      model: 'contrastive',
      ...RUN_DEFAULTS.contrastive,
      seed: 3,
      workers: 2,
      steps: steps + 8,
      earlierEnds: [...earlierEnds, steps],
      restarts: [...restarts, stored],
      data: { ...DATA, further: 'c' },
    });
  });

  test.each<[RunFlags, Partial<typeof training>, RegExp]>([
    [{}, {}, /--from-stored needs --steps beyond/],
    [{ steps: [steps + 8] }, {}, /--from-stored needs .* --restarts \d+:<rate>:stored/],
    [{ steps: [steps + 8], restarts: [{ at: steps, learningRate: 0.003 }] }, {}, /--from-stored needs/],
    [{ steps: [steps + 8], restarts: [stored], workers: 1 }, {}, /--workers 1: manifest\.json was begun with 2/],
    [{ steps: [steps + 8], restarts: [stored], only: 16 }, {}, /--only is for the VQ-VAEs/],
    [{ steps: [steps + 8], restarts: [stored] }, { steps: 7 }, /manifest\.json tells of 7 steps/],
    [{ steps: [steps + 8], restarts: [stored] }, { dataSha256: 'z' }, /manifest\.json was trained on other data/],
  ])('is refused with %o where the manifest tells %o', (flags, told, sentence) => {
    expect(() => go(flags, told)).toThrow(sentence);
  });
});

test.each(['9400:0.003', '16500:0.003:stored'])('%s is told as it is read', (text) => {
  expect(restartText(restartOf(text))).toBe(text);
});

test.each(['9400', '9400:', '9400:0.003:', '9400:0.003:kept', '9400:0.003:stored:x'])('%s is no restart', (text) => {
  expect(() => restartOf(text)).toThrow(/such as 9400:0\.003/);
});

test('differences between options are told by name', () => {
  const options = newOptions('vqvae-16', { steps: [600], workers: 2 }, DATA);
  expect(differences(options, { ...options, data: { ...DATA }, earlierEnds: undefined })).toEqual([]);
  expect(differences(options, { ...options, steps: 300, only: 16, data: { ...DATA, data: 'c' } })).toEqual([
    'steps 600 instead of 300',
    'other data',
    'only none instead of 16',
  ]);
});

test('data are other data where a hash that both tell differs; what an older record lacks is not held against it', () => {
  const told = newOptions('vqvae-16', {}, { ...DATA, rest: 'r' });
  expect(differences(told, newOptions('vqvae-16', {}, DATA))).toEqual([]);
  expect(differences(newOptions('vqvae-16', {}, DATA), told)).toEqual([]);
  expect(differences(told, { ...told, data: { ...DATA, rest: 's' } })).toEqual(['other data']);
  expect(() => resumedOptions({ path: 'x.ckpt', options: told, step: 3 }, {}, { ...DATA, rest: 's' })).toThrow(
    'x.ckpt was trained on other data',
  );
});
