/** The two-by-two is put together from E2 and E3: each code's own figures, and nothing else. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { e2Schema } from '../../../src/results/e2';
import { e3Schema } from '../../../src/results/e3';
import { twoByTwoSchema } from '../../../src/results/two-by-two';
import { combine } from '../../../training/experiments/two-by-two';

const published = <T extends z.ZodMiniType>(schema: T, id: string): z.infer<T> =>
  schema.parse(JSON.parse(readFileSync(`public/results/${id}.json`, 'utf8')));
const told = published(e2Schema, 'e2').figures;
const drawn = published(e3Schema, 'e3').figures;

describe('combine', () => {
  it('gives what is published', () => {
    expect(combine(told, drawn)).toEqual(published(twoByTwoSchema, 'two-by-two').figures);
  });

  it('takes a code’s drawing and telling from where they were measured', () => {
    const { codes, chance } = combine(told, drawn);
    const tokens = codes.find(({ code }) => code === 'tokens');
    const counted = told.representations.find(({ encoder, pooling }) => encoder === 'vqvae-8' && pooling === 'histogram');
    expect(tokens?.tell.find(({ pooling }) => pooling === 'histogram')?.conceptR1).toEqual(counted?.retrieval.heldOutConcepts.r1);
    expect(tokens?.draw.psnr).toEqual(drawn.codes.find(({ code }) => code === 'tokens')?.heldOut.psnr);
    expect(chance.draw.psnr).toEqual(drawn.undrawn.find(({ kind }) => kind === 'mean-image')?.heldOut.psnr);
  });

  it('refuses results that lack a code', () => {
    expect(() => combine({ ...told, representations: told.representations.slice(1) }, drawn)).toThrow(/^e2 has no /);
    expect(() => combine(told, { ...drawn, codes: drawn.codes.filter(({ code }) => code !== 'pca') })).toThrow('e3 has no pca');
  });
});
