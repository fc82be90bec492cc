/** The fit of the lexicon: ridge regression against a direct solution, and what a fitted lexicon says. */
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { createLexicon } from '../../../src/model/contrastive/lexicon';
import { fitLexicon, LEXICON, type Saying } from '../../../training/lexicon/fit';
import { ridgeRegression } from '../../../training/lexicon/ridge';

describe('ridgeRegression', () => {
  it('finds what solving the normal equations finds', () => {
    const rng = createRng('ridge');
    const [count, width, dim, ridge] = [30, 7, 3, 0.4];
    const columns = Array.from({ length: count }, () => Int32Array.from({ length: 1 + rng.int(4) }, () => rng.int(width)));
    const values = Float64Array.from({ length: count }, () => 0.5 + rng.next());
    const weights = Float64Array.from({ length: count }, () => rng.next());
    const targets = Float64Array.from({ length: count * dim }, () => rng.normal());
    const found = ridgeRegression({ columns, values, weights, width }, targets, dim, ridge);

    const x = Matrix.zeros(count, width);
    columns.forEach((own, i) => {
      for (const column of own) x.set(i, column, x.get(i, column) + (values[i] as number));
    });
    const weighted = x.transpose().mmul(Matrix.diag([...weights]));
    const y = Matrix.from1DArray(count, dim, [...targets]);
    const expected = solve(weighted.mmul(x).add(Matrix.eye(width, width, ridge)), weighted.mmul(y)).to1DArray();
    found.forEach((value, i) => expect(value).toBeCloseTo(expected[i] as number, 4));
  });

  it('leaves a column that no row has at nothing', () => {
    const rows = { columns: [Int32Array.of(0)], values: Float64Array.of(1), weights: Float64Array.of(1), width: 2 };
    expect([...ridgeRegression(rows, Float64Array.of(2), 1, 1)]).toEqual([1, 0]);
  });
});

/** Four concepts, each in a direction of its own. */
const targets = { dim: 4, values: Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1) };
const said = (concept: number, label: string, ...others: string[]): Saying => ({ concept, label, others });
const sayings = [
  said(0, 'red cat', 'animal'),
  said(1, 'red car', 'vehicle'),
  said(2, 'blue dog', 'animal'),
  said(3, 'blue bus', 'vehicle'),
  said(0, '火山', '红山'),
  said(1, '火山口'),
];

describe('fitLexicon', () => {
  const definitions = { tiger: 'a kind of cat animal', red: 'no colour', lorry: 'unheard words' };
  const { units, arrays, config } = fitLexicon(sayings, targets, definitions);
  const lexicon = createLexicon(units, arrays);
  const nearest = (text: string): number => {
    const embedding = [...(lexicon.embed(text) ?? [])];
    return embedding.indexOf(Math.max(...embedding));
  };

  it('leads what is said of a concept to its drawings', () => {
    for (const { concept, label } of sayings.slice(0, 4)) expect(nearest(label), label).toBe(concept);
  });

  it('leads a caption that nobody wrote to where its words point', () => {
    expect([2, 3]).toContain(nearest('blue'));
    expect(nearest('cat animal')).toBe(0);
    expect(nearest('bus vehicle')).toBe(3);
  });

  it('knows a word by its definition where no caption has it, and only there', () => {
    expect(nearest('tiger')).toBe(0);
    expect(units.filter((unit) => unit === 'red')).toHaveLength(1);
    expect(units).not.toContain('lorry');
  });

  it('keeps pairs that two concepts have', () => {
    expect(units).toContain('火山');
    expect(units).not.toContain('山口');
    expect(units).not.toContain('红山');
  });

  it('says how large it is', () => {
    expect(config).toEqual({ units: units.length, rank: Math.min(LEXICON.rank, targets.dim), embedDim: targets.dim });
    expect(arrays['lexicon/units']?.values).toHaveLength(config.units * config.rank);
  });

  it('is the same each time', () => {
    expect(fitLexicon(sayings, targets, definitions)).toEqual({ units, arrays, config });
  });
});
