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
  vector: { input: 'h', output: 'x', meanings: ['legendPooled', 'legendProjected', 'legendLength', 'legendEmbedding'] },
  distances: { input: 'f', output: 'z', meanings: ['legendCellFeature', 'legendHead', 'legendLength', 'legendLatent'] },
} as const;

export function vectorFormula(box: keyof typeof WORDS, { linear, input, at, dimension, isUnit }: Projected): FilledFormula {
  const { bias, total } = linearAt(linear, input, dimension);
  const length = lengthOf(vectorAt(linear.output, at));
  const value = isUnit ? total / length : total;
  const words = WORDS[box];
  const [projected, from, norm, to, i, learned] = ['projected', words.input, 'norm', words.output, 'dimension', 'learned'].map(
    (name) => `${box}-${name}`,
  ) as [string, string, string, string, string, string];
  const [index, number] = [mark(i, 'i'), mark(i, String(dimension + 1))];
  const rows = valueAt([input.length], 0);
  // What is divided by its length to become the output.
  const raw = `\\tilde ${words.output}`;
  const rawLength = `\\lVert\\tilde{\\mathbf{${words.output}}}\\rVert`;
  const sum = isUnit ? mark(projected, raw) : mark(to, words.output);
  const ends = isUnit
    ? {
        symbolic: [`${mark(to, words.output)}_{${index}} &= ${mark(projected, raw)}_{${index}} \\,/\\, ${mark(norm, rawLength)}`],
        filled: [
          `${mark(to, words.output)}_{${number}} &= ${mark(projected, bracketed(total))} \\,/\\, ${mark(norm, tex(length))}`,
          `&= ${mark(to, tex(value))}`,
        ],
      }
    : { symbolic: [], filled: [] };
  const [inputMeaning, rawMeaning, lengthMeaning, outputMeaning] = words.meanings;
  return {
    symbolic: aligned(
      `${sum}_{${index}} &= ${mark(learned, 'b')}_{${index}} + \\textstyle\\sum_{c=1}^{${rows}} ${mark(learned, 'W')}_{c,${index}}\\, ${mark(from, words.input)}_c`,
      ...ends.symbolic,
    ),
    filled: aligned(
      `${sum}_{${number}} &= ${tex(bias)} + ${bracketed(total - bias)}`,
      `&= ${mark(isUnit ? projected : to, tex(total))}`,
      ...ends.filled,
    ),
    legend: [
      { symbol: from, tex: words.input, meaning: inputMeaning },
      { symbol: learned, tex: 'W, b', meaning: 'legendLinear' },
      { symbol: i, tex: 'i', meaning: 'legendDimension', value: `${dimension + 1} / ${depthOf(linear.output)}` },
      ...(isUnit
        ? ([
            { symbol: projected, tex: raw, meaning: rawMeaning, value: tex(total) },
            { symbol: norm, tex: rawLength, meaning: lengthMeaning, value: tex(length) },
          ] as const)
        : []),
      { symbol: to, tex: words.output, meaning: outputMeaning, value: tex(value) },
    ],
  };
}
