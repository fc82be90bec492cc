/** The quantiser: distances to the entries, the smallest of them, and the entry that takes the latent's place. */

import type { TracedLinear } from '../../../engine/trace';
import { linearAt } from '../arithmetic';
import { valueAt } from '../arrays';
import { aligned, bracketed, mark, tex } from '../tex';
import type { FilledFormula } from './formula';

/** Terms of the sum that are written out. */
const WRITTEN = 2;

/** @param distance what the model compared */
export function distanceFormula(latent: Float32Array, entry: Float32Array, k: number, distance: number): FilledFormula {
  const [z, e, d, name] = ['z', 'e', 'd', 'k'].map((part) => `distances-${part}`) as [string, string, string, string];
  const terms = Array.from(latent.subarray(0, WRITTEN), (value, i) => {
    return `(${mark(z, tex(value))} - ${mark(e, bracketed(valueAt(entry, i)))})^2`;
  });
  return {
    symbolic: `${mark(d, 'd')}_{${mark(name, 'k')}} = \\lVert ${mark(z, '\\mathbf{z}')} - ${mark(e, '\\mathbf{e}')}_{${mark(name, 'k')}} \\rVert^2`,
    filled: aligned(
      `${mark(d, 'd')}_{${mark(name, String(k))}} &= ${terms[0] ?? ''}`,
      ...terms.slice(1).map((term) => `&\\quad{}+ ${term}`),
      `&\\quad{}+ \\dots`,
      `&= ${mark(d, tex(distance))}`,
    ),
    legend: [
      { symbol: z, tex: '\\mathbf{z}', meaning: 'legendLatentVector' },
      { symbol: e, tex: '\\mathbf{e}_k', meaning: 'legendEntryVector' },
      { symbol: name, tex: 'k', meaning: 'legendEntryNumber', value: String(k) },
      { symbol: d, tex: 'd_k', meaning: 'legendDistance', value: tex(distance) },
    ],
  };
}

/** @param nearest entries, nearest first, each with its distance */
export function argminFormula(nearest: readonly { readonly k: number; readonly distance: number }[]): FilledFormula {
  const [token, d] = ['argmin-token', 'argmin-d'];
  const [first] = nearest;
  const compared = nearest.map(({ k, distance }) => `d_{${k}} = ${tex(distance, 4)}`);
  return {
    symbolic: `${mark(token, 'k^*')} = \\operatorname*{arg\\,min}_k\\, ${mark(d, 'd_k')}`,
    filled: aligned(
      ...compared.map((text, i) => `${i === 0 ? '' : '<{}\\;'}& ${mark(d, text)}`),
      `\\Rightarrow\\;& ${mark(token, `k^* = ${first?.k ?? 0}`)}`,
    ),
    legend: [
      { symbol: d, tex: 'd_k', meaning: 'legendDistance', value: first ? tex(first.distance, 4) : '' },
      { symbol: token, tex: 'k^*', meaning: 'legendToken', value: String(first?.k ?? '') },
    ],
  };
}

/** What the decoder is given instead of the latent. @param token null where there is no codebook */
export function entryFormula(token: number | null, code: Float32Array, embed: TracedLinear, channel: number): FilledFormula {
  const { bias, products, total } = linearAt(embed, code, channel);
  const [e, h, c, learned] = ['entries-e', 'entries-h', 'entries-channel', 'entries-learned'];
  const vector = '\\hat{\\mathbf{z}}';
  const terms = [...products].sort((a, b) => a.input - b.input).slice(0, WRITTEN);
  const source = token === null ? '\\mathbf{z}' : '\\mathbf{e}_{k^*}';
  return {
    symbolic: aligned(
      `${mark(e, vector)} &= ${mark(e, source)}`,
      `${mark(h, 'h')}_{${mark(c, 'c')}} &= ${mark(learned, 'b')}_{${mark(c, 'c')}} + \\textstyle\\sum_i ${mark(learned, 'W')}_{i,${mark(c, 'c')}}\\, ${mark(e, '\\hat z_i')}`,
    ),
    filled: aligned(
      `${mark(e, vector)} &= ${mark(e, token === null ? '\\mathbf{z}' : `\\mathbf{e}_{${token}}`)}`,
      `${mark(h, 'h')}_{${mark(c, String(channel + 1))}} &= ${tex(bias)}`,
      ...terms.map(({ weight, value }) => `&\\quad{}+ ${bracketed(weight)}\\cdot${mark(e, bracketed(value))}`),
      `&\\quad{}+ \\dots`,
      `&= ${mark(h, tex(total))}`,
    ),
    legend: [
      { symbol: e, tex: vector, meaning: token === null ? 'legendUnquantised' : 'legendCode' },
      { symbol: learned, tex: 'W, b', meaning: 'legendLinear' },
      { symbol: c, tex: 'c', meaning: 'legendChannel', value: String(channel + 1) },
      { symbol: h, tex: 'h', meaning: 'legendEmbedded', value: tex(total) },
    ],
  };
}
