/** What is added to a feature before it goes on: where it is, or what a residual block found. */
import type { Trace } from '../../../engine/trace';
import { depthOf, sideOf, valueAt, vectorAt } from '../arrays';
import { cellAt, type Place } from '../place';
import { bracketed, mark, tex } from '../tex';
import type { FilledFormula } from './formula';

const plus = (value: number): string => (value < 0 ? `- ${tex(-value)}` : `+ ${tex(value)}`);

/** A patch token: its feature and its position. */
export function patchFormula(
  { features, position, patches }: Trace['understanding'],
  place: Place,
  channel: number,
): FilledFormula {
  const cell = cellAt(place, sideOf(features));
  const [feature, where, token] = [features, position, patches].map((array) => valueAt(vectorAt(array, cell), channel)) as [
    number,
    number,
    number,
  ];
  const [t, f, p, n, c] = ['t', 'f', 'p', 'place', 'channel'].map((name) => `patches-${name}`) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const index = `_{${mark(n, 'n')},${mark(c, 'c')}}`;
  return {
    symbolic: `${mark(t, 't')}${index} = ${mark(f, 'f')}${index} + ${mark(p, 'p')}${index}`,
    filled: `${mark(t, tex(token))} = ${mark(f, tex(feature))} ${mark(p, plus(where))}`,
    legend: [
      { symbol: n, tex: 'n', meaning: 'legendPatch', value: String(cell + 1) },
      { symbol: c, tex: 'c', meaning: 'legendChannel', value: String(channel + 1) },
      { symbol: f, tex: 'f', meaning: 'legendPatchFeature', value: tex(feature) },
      { symbol: p, tex: 'p', meaning: 'legendPosition', value: tex(where) },
      { symbol: t, tex: 't', meaning: 'legendPatchToken', value: tex(token) },
    ],
  };
}

/** A feature of the generation encoder: the last convolution, what the residual blocks add, and only what is positive of it. */
export function featureFormula(
  { convolutions, residual, features }: Trace['generation'],
  place: Place,
  channel: number,
): FilledFormula {
  const at = cellAt(place, sideOf(features)) * depthOf(features) + channel;
  const before = valueAt(convolutions.at(-1)?.output.values ?? [], at);
  const [added, feature] = [valueAt(residual.values, at), valueAt(features.values, at)];
  const [f, h, r, c] = ['f', 'h', 'r', 'channel'].map((name) => `features-${name}`) as [string, string, string, string];
  return {
    symbolic: `${mark(f, 'f')}_{${mark(c, 'c')}} = \\max\\bigl(0,\\; ${mark(h, 'h')}_{${mark(c, 'c')}} + ${mark(r, 'r')}_{${mark(c, 'c')}}\\bigr)`,
    filled: `${mark(f, tex(feature))} = \\max\\bigl(0,\\; ${mark(h, tex(before))} + ${mark(r, bracketed(added))}\\bigr)`,
    legend: [
      { symbol: c, tex: 'c', meaning: 'legendChannel', value: String(channel + 1) },
      { symbol: h, tex: 'h', meaning: 'legendConvolved', value: tex(before) },
      { symbol: r, tex: 'r', meaning: 'legendResidual', value: tex(added) },
      { symbol: f, tex: 'f', meaning: 'legendFeature', value: tex(feature) },
    ],
  };
}
