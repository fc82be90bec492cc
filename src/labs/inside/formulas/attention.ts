/** How much a query looks at one patch. */
import type { TracedAttention } from '../../../engine/trace';
import { comparisonAt } from '../arithmetic';
import { aligned, mark, tex } from '../tex';
import type { FilledFormula } from './formula';

interface Compared {
  readonly attention: TracedAttention;
  readonly heads: number;
  readonly head: number;
  /** Patch that looks, from 0; the pool's one query is 0. */
  readonly query: number;
  /** Patch looked at, from 0. */
  readonly key: number;
}

/** @param box attention between patches, where the query is a patch's, or the pool, where it is learned */
export function attentionFormula(box: 'attention' | 'pool', { attention, heads, head, query, key }: Compared): FilledFormula {
  const { depth, dot, score, total, weight } = comparisonAt(attention, heads, head, query, key);
  const [alpha, q, k, s, d] = ['alpha', 'query', 'key', 'score', 'depth'].map((name) => `${box}-${name}`) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const isPool = box === 'pool';
  // As in the article: pooling asks patch n; between patches, n asks m.
  const asked = isPool ? 'n' : 'm';
  const pair = isPool ? asked : `n${asked}`;
  const each = `${pair}'`;
  const numbers = isPool ? `${key + 1}` : `${query + 1},${key + 1}`;
  return {
    symbolic: aligned(
      `${mark(s, `s_{${pair}}`)} &= \\frac{${mark(q, isPool ? '\\mathbf{q}' : '\\mathbf{q}_n')}\\cdot ${mark(k, `\\mathbf{k}_${asked}`)}}{\\sqrt{${mark(d, 'd')}}}`,
      `${mark(alpha, `\\alpha_{${pair}}`)} &= \\frac{e^{${mark(s, `s_{${pair}}`)}}}{\\sum_{${asked}'} e^{s_{${each}}}}`,
    ),
    filled: aligned(
      `${mark(s, `s_{${numbers}}`)} &= \\frac{${tex(dot)}}{\\sqrt{${mark(d, String(depth))}}} = ${mark(s, tex(score))}`,
      `${mark(alpha, `\\alpha_{${numbers}}`)} &= \\frac{${tex(Math.exp(score))}}{${tex(total)}} = ${mark(alpha, tex(weight))}`,
    ),
    legend: [
      { symbol: q, tex: isPool ? '\\mathbf{q}' : '\\mathbf{q}_n', meaning: isPool ? 'legendLearnedQuery' : 'legendQuery' },
      { symbol: k, tex: `\\mathbf{k}_${asked}`, meaning: isPool ? 'legendPoolKey' : 'legendKey' },
      { symbol: d, tex: 'd', meaning: 'legendDepth', value: String(depth) },
      { symbol: s, tex: `s_{${pair}}`, meaning: 'legendScore', value: tex(score) },
      { symbol: alpha, tex: `\\alpha_{${pair}}`, meaning: isPool ? 'legendPoolAlpha' : 'legendAlpha', value: tex(weight) },
    ],
  };
}
