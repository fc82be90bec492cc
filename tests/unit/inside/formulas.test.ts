/** The numbers that the formulas write, against the models in plain loops: every figure shown is the one that the model has. */
import katex from 'katex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trace as traceImage } from '../../../src/engine/handlers/trace';
import type { Trace } from '../../../src/engine/trace';
import { convolutionAt } from '../../../src/labs/inside/arithmetic';
import { ascending, sideOf, valueAt, vectorAt } from '../../../src/labs/inside/arrays';
import { attentionFormula } from '../../../src/labs/inside/formulas/attention';
import { convolutionFormula } from '../../../src/labs/inside/formulas/convolution';
import { drawnFormula, meanSquaredError, psnrFormula } from '../../../src/labs/inside/formulas/decode';
import type { FilledFormula } from '../../../src/labs/inside/formulas/formula';
import { blockOf, firstPixel, pixelFormula } from '../../../src/labs/inside/formulas/pixel';
import { argminFormula, distanceFormula, entryFormula } from '../../../src/labs/inside/formulas/quantise';
import { featureFormula, patchFormula } from '../../../src/labs/inside/formulas/sums';
import { vectorFormula } from '../../../src/labs/inside/formulas/vector';
import { cellAt, columnAt, middleOf, rowAt } from '../../../src/labs/inside/place';
import { decimalsOf } from '../../../src/labs/inside/tex';
import type { VqvaeConfig } from '../../../src/model/vqvae/config';
import { initWasm } from '../../../training/runtime/wasm';
import { picture } from './picture';
import * as plain from './plain';
import { openWorkshop } from './workshop';

const workshop = openWorkshop();
const { models } = workshop;
beforeAll(initWasm);
afterAll(() => models.unload());

/** In the middle, and at two edges, where windows reach out of the picture. */
const PLACES = [middleOf(7 * 16 + 6, 16), middleOf(0, 16), middleOf(15 * 16 + 11, 16)];

/** As the page sets them. */
const strict = (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error');

/** What the legend says of a symbol. */
function told({ legend }: FilledFormula, symbol: string): number {
  const entry = legend.find((each) => each.symbol === symbol);
  expect(entry, symbol).toBeDefined();
  return Number(entry?.value);
}

/** Holds a figure to the last decimal that is written of it, and to what the formula itself says. */
function holds(formula: FilledFormula, symbol: string, expected: number): void {
  const value = told(formula, symbol);
  const decimals = decimalsOf(value);
  expect(Math.abs(value - expected), `${symbol}: ${value} for ${expected}`).toBeLessThan(0.6 * 10 ** -decimals);
  const written = formula.legend.find((entry) => entry.symbol === symbol)?.value ?? '';
  expect(formula.filled).toContain(written);
  for (const text of [formula.symbolic, formula.filled, ...formula.legend.map((entry) => entry.tex)])
    expect(() => katex.renderToString(text, { displayMode: true, trust: true, strict })).not.toThrow();
}

const at = ({ values, channels }: plain.Plane, cell: number, channel: number) => valueAt(values, cell * channels + channel);

describe('understanding', () => {
  let traced: Trace['understanding'];
  let stem: Map<string, plain.Plane>;
  let tokens: plain.Plane;
  let after: plain.Attention[];
  let pooled: plain.Attention;
  let projected: plain.Plane;
  beforeAll(async () => {
    const { arrays, manifest } = await models.contrastive();
    const { config } = manifest;
    traced = (await traceImage(workshop, picture, { grid: 16, codebook: 2 })).understanding;
    stem = plain.stem(arrays, config, plain.fold(picture.data, 64, 2));
    const features = [...stem.values()].at(-1)!;
    const position = arrays['image/position']!.values;
    tokens = { ...features, values: features.values.map((value, i) => value + position[i]!) };
    after = [];
    for (let i = 0; i < config.blocks; i++)
      after.push(plain.block(arrays, `image/block${i}`, after.at(-1)?.output ?? tokens, config.heads));
    pooled = plain.pool(arrays, after.at(-1)?.output ?? tokens, config.heads);
    projected = plain.dense(arrays, 'image/project', pooled.output);
  });

  test.each(PLACES)('pixels and convolutions at $x, $y', (place) => {
    const [first, second] = traced.convolutions;
    const [row, column] = [rowAt(place, 32), columnAt(place, 32)];
    const byte = blockOf(picture.data, row, column, 2, 64)[0]![0]!;
    expect(byte).toBe(picture.data[3 * (2 * row * 64 + 2 * column)]);
    holds(pixelFormula('read', byte, valueAt(vectorAt(first!.input, cellAt(place, 32)), 0)), 'read-u', byte / 255 - 0.5);
    for (const channel of [0, 7]) {
      const names = ['image/stem', 'image/down'];
      [first!, second!].forEach((conv, i) => {
        const plane = stem.get(names[i]!)!;
        const formula = convolutionFormula('patches', conv, place, channel);
        holds(formula, 'patches-y', at(plane, cellAt(place, sideOf(conv.output)), channel));
      });
    }
  });

  test('the products of a convolution add up to what the model has, at every place', () => {
    for (const conv of traced.convolutions) {
      const side = sideOf(conv.output);
      for (let cell = 0; cell < side * side; cell += 7) {
        const { total } = convolutionAt(conv, Math.floor(cell / side), cell % side, 3);
        expect(total).toBeCloseTo(valueAt(vectorAt(conv.output, cell), 3), 4);
      }
    }
  });

  test.each(PLACES)('tokens, attention and pool at $x, $y', (place) => {
    const patch = cellAt(place, sideOf(traced.patches));
    holds(patchFormula(traced, place, 5), 'patches-t', at(tokens, patch, 5));
    const { heads } = traced;
    const count = tokens.height * tokens.width;
    for (let head = 0; head < heads; head++) {
      traced.blocks.forEach((attention, i) => {
        const formula = attentionFormula('attention', { attention, heads, head, query: patch, key: 9 });
        holds(formula, 'attention-alpha', after[i]!.weights[(head * count + patch) * count + 9]!);
      });
      const formula = attentionFormula('pool', { attention: traced.pool, heads, head, query: 0, key: patch });
      holds(formula, 'pool-alpha', pooled.weights[head * count + patch]!);
    }
  });

  test('the vector', () => {
    const embedding = plain.unit(projected);
    for (const dimension of [0, 64, 127]) {
      const formula = vectorFormula('vector', {
        linear: traced.projection,
        input: traced.pool.output.values,
        at: 0,
        dimension,
        isUnit: true,
      });
      holds(formula, 'vector-projected', projected.values[dimension]!);
      holds(formula, 'vector-norm', Math.hypot(...projected.values));
      holds(formula, 'vector-x', embedding.values[dimension]!);
    }
  });
});

describe.each([
  { grid: 16, codebook: 64 },
  { grid: 8, codebook: 512 },
] as const)('generation at $grid and $codebook', (settings) => {
  const { grid, codebook } = settings;
  let traced: Trace['generation'];
  let made: ReturnType<typeof plain.encoder>;
  let latents: plain.Plane;
  let embedded: plain.Plane;
  let drawn: ReturnType<typeof plain.decoder>;
  beforeAll(async () => {
    const { arrays, manifest } = await models.vqvae(grid);
    const config = manifest.config as VqvaeConfig;
    traced = (await traceImage(workshop, picture, settings)).generation;
    made = plain.encoder(arrays, config, plain.fold(picture.data, 64, 4));
    latents = plain.unit(plain.dense(arrays, `head/${codebook}`, made.features));
    const codes = { height: grid, width: grid, channels: config.codeDim, values: Float64Array.from(traced.codes.values) };
    embedded = plain.dense(arrays, `embed/${codebook}`, codes);
    drawn = plain.decoder(arrays, config, embedded);
  });

  test.each(PLACES)('features and latents at $x, $y', (place) => {
    const cell = cellAt(place, grid);
    traced.convolutions.forEach((conv, i) => {
      const formula = convolutionFormula('features', conv, place, 11);
      holds(formula, 'features-y', at(made.convolutions[i]!, cellAt(place, sideOf(conv.output)), 11));
    });
    const feature = featureFormula(traced, place, 11);
    holds(feature, 'features-f', at(made.features, cell, 11));
    expect(Math.max(0, told(feature, 'features-h') + told(feature, 'features-r'))).toBeCloseTo(told(feature, 'features-f'), 1);
    for (let dimension = 0; dimension < latents.channels; dimension++) {
      const formula = vectorFormula('distances', {
        linear: traced.head,
        input: vectorAt(traced.features, cell),
        at: cell,
        dimension,
        isUnit: true,
      });
      holds(formula, 'distances-z', at(latents, cell, dimension));
    }
  });

  test.each(PLACES)('distances, choice and entry at $x, $y', (place) => {
    const cell = cellAt(place, grid);
    const row = vectorAt(traced.distances, cell);
    const order = ascending(row);
    const token = traced.tokens[cell]!;
    expect(order[0]).toBe(token);
    const distanceTo = (k: number) =>
      vectorAt(traced.entries, k).reduce((sum, value, d) => sum + (at(latents, cell, d) - value) ** 2, 0);
    for (const k of [token, order[5]!]) {
      const formula = distanceFormula(vectorAt(traced.latents, cell), vectorAt(traced.entries, k), k, row[k]!);
      holds(formula, 'distances-d', distanceTo(k));
    }
    const choice = argminFormula(order.slice(0, 3).map((k) => ({ k, distance: row[k]! })));
    expect(told(choice, 'argmin-token')).toBe(token);
    holds(entryFormula(token, vectorAt(traced.codes, cell), traced.embed, 4), 'entries-h', at(embedded, cell, 4));
  });

  test.each(PLACES)('the drawing at $x, $y', (place) => {
    const cell = cellAt(place, grid);
    holds(convolutionFormula('decoder', traced.decoder, place, 2), 'decoder-y', at(drawn.first, cell, 2));
    const red = 3 * firstPixel(rowAt(place, grid), columnAt(place, grid), 64 / grid, 64);
    const formula = drawnFormula(traced.pixels.values[red]!, traced.reconstruction[red]!);
    holds(formula, 'decoder-o', drawn.pixels.values[red]!);
    const exact = 255 * Math.min(1, Math.max(0, drawn.pixels.values[red]!));
    expect(Math.abs(told(formula, 'decoder-drawn') - exact)).toBeLessThan(0.51);
    const mse = meanSquaredError(picture.data, traced.reconstruction);
    const fidelity = psnrFormula(mse, traced.psnr);
    holds(fidelity, 'decoder-mse', mse);
    expect(told(fidelity, 'decoder-psnr')).toBeCloseTo(10 * Math.log10(255 ** 2 / mse), 1);
  });
});

test('without a codebook the latents go on as they are', async () => {
  const { generation } = await traceImage(workshop, picture, { grid: 8, codebook: 'inf' });
  const input = vectorAt(generation.features, 20);
  const formula = vectorFormula('distances', { linear: generation.head, input, at: 20, dimension: 1, isUnit: false });
  holds(formula, 'distances-z', vectorAt(generation.latents, 20)[1]!);
  expect(entryFormula(null, vectorAt(generation.codes, 20), generation.embed, 0).symbolic).not.toContain('k^*');
});
