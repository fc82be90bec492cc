/** What the contrastive model remembers of earlier batches, and what it makes of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { solo } from '../../../src/model/collective';
import { contrastiveConfig } from '../../../src/model/contrastive/config';
import { createMemory } from '../../../src/model/contrastive/memory';
import { type ContrastiveBatch, createContrastiveObjective } from '../../../src/model/contrastive/objective';
import { disposeParams, initialise, uploadParams } from '../../../src/model/params';
import type { Objective } from '../../../src/model/trainer';
import type { NamedArray, Params } from '../../../src/model/types';
import { useCpu } from './backend';

beforeAll(useCpu);

interface Outcome {
  readonly figures: Readonly<Record<string, number>>;
  /** Rows of the memory that hold something. */
  readonly known: readonly number[];
}

/** One pass that changes no parameter, and what is remembered after it. */
async function passed(
  objective: Objective<ContrastiveBatch>,
  params: Params,
  batch: ContrastiveBatch,
  step: number,
): Promise<{ loss: number; figures: Outcome['figures'] }> {
  const { loss, seen } = objective.pass(params, batch, step);
  const values = await Promise.all(
    Object.entries(seen).map(async ([name, tensor]) => [name, (await tensor.data()) as Float32Array] as const),
  );
  return { loss: (await loss.data())[0] as number, figures: objective.afterStep(step, batch, Object.fromEntries(values)) };
}

const recalled = async (memory: ReturnType<typeof createMemory>) => {
  const { embeddings, concepts, silence } = memory.recall('drawings');
  return {
    embeddings: await embeddings.array(),
    concepts: [...concepts],
    isSilent: [...(await silence.data())].map((value) => value < -1e3),
  };
};

describe('a memory of three concepts', () => {
  test('is silent at first', async () => {
    const { concepts, isSilent } = await recalled(createMemory(3, 2));
    expect(concepts).toEqual(Array(6).fill(-1));
    expect(isSilent).toEqual(Array(6).fill(true));
  });

  test('keeps both drawings of a concept, until it comes again', async () => {
    const memory = createMemory(3, 2);
    memory.remember({
      kind: 'drawings',
      concepts: Int32Array.from([2, 0, 2, 0]),
      values: Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8]),
    });
    memory.remember({ kind: 'drawings', concepts: Int32Array.from([0, 0]), values: Float32Array.from([9, 9, -9, -9]) });
    memory.remember({ kind: 'captions', concepts: Int32Array.from([1, 1]), values: Float32Array.from([1, 1, 1, 1]) });
    const { embeddings, concepts, isSilent } = await recalled(memory);
    expect(concepts).toEqual([0, -1, 2, 0, -1, 2]);
    expect(isSilent).toEqual([false, true, false, false, true, false]);
    expect([0, 2, 3, 5].map((row) => embeddings[row])).toEqual([
      [9, 9],
      [1, 2],
      [-9, -9],
      [5, 6],
    ]);
  });
});

describe.each(['softmax', 'sigmoid'] as const)('the %s loss', (loss) => {
  const base = contrastiveConfig(20);
  const config = {
    ...base,
    loss,
    stemWidth: 4,
    stemBlocks: 0,
    width: 8,
    patchBlocks: 0,
    blocks: 0,
    heads: 2,
    embedDim: 8,
    text: { ...base.text, length: 2, width: 8, blocks: 0, heads: 2 },
  };
  const rng = createRng(3);
  const PIXELS = 64 * 64 * 3;
  const batch = (concepts: readonly number[]) => {
    const random = rng.fork('batch', ...concepts);
    return {
      images: Float32Array.from({ length: 2 * concepts.length * PIXELS }, () => random.next()),
      tokens: Int32Array.from({ length: 4 * concepts.length }, () => 2 + random.int(18)),
      concepts: Int32Array.from(concepts),
      things: new Int32Array(),
    };
  };

  /** Losses of batches that come one after the other, none of which changes a parameter. */
  async function losses(from: number, batches: readonly (readonly number[])[]): Promise<number[]> {
    const objective = createContrastiveObjective(config, solo, { concepts: 6, from });
    const params = uploadParams(initialise(objective.specs, rng.fork('initial')));
    const values: number[] = [];
    for (const [step, concepts] of batches.entries()) values.push((await passed(objective, params, batch(concepts), step)).loss);
    disposeParams(params);
    return values;
  }

  const met = [
    [0, 1],
    [2, 3],
    [0, 1],
  ];

  test('compares a batch with concepts of earlier ones as soon as its own are known', async () => {
    const [alone, remembering] = [await losses(Number.POSITIVE_INFINITY, met), await losses(0, met)];
    expect(remembering[0]).toBeCloseTo(alone[0] as number, 4);
    expect(remembering[2]).toBeGreaterThan((alone[2] as number) + 0.1);
  });

  test('tells things without captions apart as it does concepts, and remembers none of them', async () => {
    const { images, ...rest } = batch([0, 1]);
    const thing = Float32Array.from({ length: 2 * PIXELS }, (_, i) => ((i * 7) % 11) / 11);
    const [first, second] = [images.subarray(0, 2 * PIXELS), images.subarray(2 * PIXELS)];
    const widened = {
      ...rest,
      images: Float32Array.from([...first, ...thing.subarray(0, PIXELS), ...second, ...thing.subarray(PIXELS)]),
      things: Int32Array.from([3]),
    };
    const outcomeOf = async (each: typeof widened): Promise<Outcome> => {
      const objective = createContrastiveObjective(config, solo, { concepts: 6, from: 0 });
      const params = uploadParams(initialise(objective.specs, rng.fork('initial')));
      const { figures } = await passed(objective, params, each, 0);
      disposeParams(params);
      const { values } = objective.buffers['memory/drawings'] as NamedArray;
      const rows = Array.from({ length: 12 }, (_, row) => row);
      const known = rows.filter((row) => values.subarray(row * config.embedDim, (row + 1) * config.embedDim).some(Boolean));
      return { figures, known };
    };
    const [alone, wider] = [await outcomeOf({ ...rest, images, things: new Int32Array() }), await outcomeOf(widened)];
    expect(wider.figures.text).toBeCloseTo(alone.figures.text as number, 4);
    expect(Math.abs((wider.figures.artists as number) - (alone.figures.artists as number))).toBeGreaterThan(0.01);
    expect([alone.known, wider.known]).toEqual([
      [0, 1, 6, 7],
      [0, 1, 6, 7],
    ]);
  });

  test('remembers nothing before its step', async () => {
    const [alone, later] = [await losses(Number.POSITIVE_INFINITY, met), await losses(2, met)];
    expect(later.slice(0, 2)).toEqual(alone.slice(0, 2));
    expect(later[2]).toBeCloseTo(alone[2] as number, 4);
  });
});
