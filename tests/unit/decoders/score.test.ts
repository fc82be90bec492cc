/** The judges and the sums of what they say. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { solo } from '../../../src/model/collective';
import { disposeParams, initialise, uploadParams } from '../../../src/model/params';
import { createTrainer } from '../../../src/model/trainer';
import { createJudgeObjective, judgeSpecs, namedGroups, softened } from '../../../training/decoders/judge';
import { meanPicture } from '../../../training/decoders/measure';
import type { Drawing } from '../../../training/decoders/pictures';
import { createJudges, GALLERY_ARTIST } from '../../../training/decoders/score';
import { summarise, summariseJudgements, summaryOf } from '../../../training/decoders/summary';
import { initWasm } from '../../../training/runtime/wasm';

beforeAll(initWasm);

const BYTES = 64 * 64 * 3;
const noise = (seed: string): Uint8Array => {
  const rng = createRng(seed);
  return Uint8Array.from({ length: BYTES }, () => rng.int(256));
};
const drawing = (concept: number, artist: string): Drawing => ({ pixels: noise(`concept ${concept}`), concept, artist });

describe('the judges', () => {
  const heldOut = [0, 1, 2, 3].flatMap((concept) => [drawing(concept, GALLERY_ARTIST), drawing(concept, 'twemoji')]);

  test('find the concept of a faithful drawing first, and not that of another one’s', () => {
    const params = uploadParams(initialise(judgeSpecs(2), createRng(1)));
    const judges = createJudges(params, 2, [0, 0, 1, 1], heldOut);
    const faithful = judges.judge(
      heldOut,
      heldOut.map(({ pixels }) => pixels),
    );
    expect(faithful.ranks).toEqual([0, 0, 0, 0]); // the gallery's own drawings are not asked for
    expect(faithful.group).toHaveLength(heldOut.length);
    const swapped = judges.judge(
      heldOut,
      heldOut.map(({ concept }) => noise(`concept ${(concept + 1) % 4}`)),
    );
    expect(swapped.ranks.every((rank) => rank > 0)).toBe(true);
    disposeParams(params);
  });

  test('the network learns to tell groups by their pixels', async () => {
    const pictures = [40, 60, 190, 210].map((shade) => new Uint8Array(BYTES).fill(shade));
    const groups = [0, 0, 1, 1];
    const trainer = createTrainer({
      objective: createJudgeObjective(2),
      schedule: { learningRate: 3e-3, warmup: 2, totalSteps: 30 },
      rng: createRng(2),
      collective: solo,
    });
    while (trainer.stepsDone < 30) await trainer.step({ pictures, groups });
    const params = uploadParams(trainer.snapshot().params);
    expect(namedGroups(params, 2, pictures)).toEqual(groups);
    disposeParams(params);
  });
});

test('lessons are softened in squares that keep their mean, or left alone', () => {
  const picture = noise('lesson');
  const sides = new Set<number>();
  for (let i = 0; i < 40; i++) {
    const soft = softened(picture, createRng(i));
    const at = (y: number, x: number) => soft[(y * 64 + x) * 3] as number;
    const flat = (side: number) =>
      Array.from({ length: side * side }, (_, p) => at(Math.floor(p / side), p % side)).every((value) => value === at(0, 0));
    sides.add(flat(4) ? 4 : flat(2) ? 2 : 1);
    const mean = (bytes: Uint8Array) => bytes.reduce((sum, value) => sum + value, 0) / BYTES;
    expect(Math.abs(mean(soft) - mean(picture))).toBeLessThan(0.2);
  }
  expect([...sides].sort()).toEqual([1, 2, 4]);
});

test('the mean picture is the mean, rounded', () => {
  const shades = [10, 20, 31].map((shade) => ({ pixels: new Uint8Array(BYTES).fill(shade) }));
  expect(new Set(meanPicture(shades))).toEqual(new Set([20]));
});

describe('summaries', () => {
  const scores = (psnr: number[], group: number[], ranks: number[]) => [
    {
      source: 'grid' as const,
      stored: false,
      set: 'heldOut' as const,
      likeness: { psnr, ssim: psnr },
      judgement: { group, ranks },
    },
  ];
  const summaries = summarise([scores([10, 20, 30], [1, 0, 1], [0, 7, 3]), scores([40], [1], [0])]);

  test('weigh pictures alike, however many each worker had', () => {
    expect(summaryOf(summaries, 'grid', 'heldOut')).toMatchObject({
      likeness: { psnr: 25, ssim: 25 },
      judged: { group: 75, conceptR1: 50, conceptR5: 75 },
    });
    expect(summariseJudgements([{ group: [0, 1], ranks: [5] }])).toEqual({ group: 50, conceptR1: 0, conceptR5: 0 });
  });

  test('of what was not measured are an error', () => {
    expect(() => summaryOf(summaries, 'grid', 'photos')).toThrow(/grid was not measured on photos/);
  });
});
