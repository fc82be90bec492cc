/** One number of a vector of unit length: the embedding's, or a latent's. */
import type { TracedLinear } from '../../../engine/trace';
import { lengthOf, linearAt } from '../arithmetic';
import { depthOf, valueAt, vectorAt } from '../arrays';
import { aligned, bracketed, mark, tex } from '../tex';
import type { FilledFormula } from './formula';

interface Projected {
  readonly linear: TracedLinear;
  readonly input: Float32Array;
  /** Place whose output is meant, from 0. */
  readonly at: number;
  readonly dimension: number;
  /** False where the vector keeps the length that it has. */
  readonly isUnit: boolean;
}

const WORDS = {
  vector: { input: 'p', output: 'e', meanings: ['legendPooled', 'legendProjected', 'legendLength', 'legendEmbedding'] },
  distances: { input: 'f', output: 'z', meanings: ['legendCellFeature', 'legendHead', 'legendLength', 'legendLatent'] },
} as const;

export function vectorFormula(box: keyof typeof WORDS, { linear, input, at, dimension, isUnit }: Projected): FilledFormula {
  const { bias, total } = linearAt(linear, input, dimension);
  const length = lengthOf(vectorAt(linear.output, at));
  const value = isUnit ? total / length : total;
  const words = WORDS[box];
  const [u, y, norm, e, i] = ['u', words.input, 'norm', words.output, 'dimension'].map((name) => `${box}-${name}`) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [index, number] = [mark(i, 'i'), mark(i, String(dimension + 1))];
  const rows = valueAt([input.length], 0);
  const raw = isUnit ? mark(u, 'u') : mark(e, words.output);
  const ends = isUnit
    ? {
        symbolic: [
          `${mark(e, words.output)}_{${index}} &= ${mark(u, 'u')}_{${index}} \\,/\\, ${mark(norm, '\\lVert\\mathbf{u}\\rVert')}`,
        ],
        filled: [
          `${mark(e, words.output)}_{${number}} &= ${mark(u, bracketed(total))} \\,/\\, ${mark(norm, tex(length))}`,
          `&= ${mark(e, tex(value))}`,
        ],
      }
    : { symbolic: [], filled: [] };
  const [inputMeaning, rawMeaning, lengthMeaning, outputMeaning] = words.meanings;
  return {
    symbolic: aligned(
      `${raw}_{${index}} &= b_{${index}} + \\textstyle\\sum_{c=1}^{${rows}} W_{c,${index}}\\, ${mark(y, words.input)}_c`,
      ...ends.symbolic,
    ),
    filled: aligned(
      `${raw}_{${number}} &= ${tex(bias)} + ${bracketed(total - bias)}`,
      `&= ${mark(isUnit ? u : e, tex(total))}`,
      ...ends.filled,
    ),
    legend: [
      { symbol: y, tex: words.input, meaning: inputMeaning },
      { symbol: i, tex: 'i', meaning: 'legendDimension', value: `${dimension + 1} / ${depthOf(linear.output)}` },
      ...(isUnit
        ? ([
            { symbol: u, tex: 'u', meaning: rawMeaning, value: tex(total) },
            { symbol: norm, tex: '\\lVert\\mathbf{u}\\rVert', meaning: lengthMeaning, value: tex(length) },
          ] as const)
        : []),
      { symbol: e, tex: words.output, meaning: outputMeaning, value: tex(value) },
    ],
  };
}
