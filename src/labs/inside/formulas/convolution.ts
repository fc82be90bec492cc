/** One number of an activation map. */
import type { TracedConvolution } from '../../../engine/trace';
import { convolutionAt, strideOf } from '../arithmetic';
import { sideOf } from '../arrays';
import type { MapBox } from '../boxes';
import { columnAt, type Place, rowAt } from '../place';
import { aligned, bracketed, mark, tex } from '../tex';
import type { FilledFormula } from './formula';

/** Products written out; the others are the dots. */
const WRITTEN = 2;

export function convolutionFormula(box: MapBox, conv: TracedConvolution, place: Place, channel: number): FilledFormula {
  const side = sideOf(conv.output);
  const [row, column] = [rowAt(place, side), columnAt(place, side)];
  const { bias, products, total } = convolutionAt(conv, row, column, channel);
  const [y, b, w, u, at, c] = ['y', 'b', 'w', 'u', 'place', 'channel'].map((name) => `${box}-${name}`) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const stride = strideOf(conv) === 1 ? '' : strideOf(conv);
  const index = (i: string, j: string, k: string) => `${mark(at, `${i},${j}`)},${mark(c, k)}`;
  const terms = products
    .slice(0, WRITTEN)
    .map(({ weight, value }) => `${mark(w, bracketed(weight))}\\cdot${mark(u, bracketed(value))}`);
  return {
    symbolic: aligned(
      `${mark(y, 'y')}_{${index('i', 'j', 'c')}} &= ${mark(b, 'b')}_{${mark(c, 'c')}}`,
      `&\\quad{}+ \\sum_{r,s,k} ${mark(w, 'w')}_{r,s,k,${mark(c, 'c')}}\\, ${mark(u, 'u')}_{${stride}i+r,\\,${stride}j+s,\\,k}`,
    ),
    filled: aligned(
      `${mark(y, 'y')}_{${index(String(row + 1), String(column + 1), String(channel + 1))}} &= ${mark(b, tex(bias))}`,
      ...terms.map((term) => `&\\quad{}+ ${term}`),
      `&\\quad{}+ \\dots`,
      `&= ${mark(y, tex(total))}`,
    ),
    legend: [
      { symbol: at, tex: 'i,j', meaning: 'legendPlace', value: `${row + 1}, ${column + 1}` },
      { symbol: c, tex: 'c', meaning: 'legendChannel', value: String(channel + 1) },
      { symbol: b, tex: 'b', meaning: 'legendBias', value: tex(bias) },
      { symbol: w, tex: 'w', meaning: 'legendWeight' },
      { symbol: u, tex: 'u', meaning: 'legendInput' },
      { symbol: y, tex: 'y', meaning: 'legendOutput', value: tex(total) },
    ],
  };
}
