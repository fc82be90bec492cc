/** What every head gives each patch, and how the chosen one comes by it: the patch that it looks at most first. */
import type { TracedAttention } from '../../../engine/trace';
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { ChartTable } from '../../shared/ChartTable';
import { comparisonAt, weightsOf } from '../arithmetic';
import { descending, valueAt } from '../arrays';
import { insideTexts } from '../texts';

interface WeightTableProps {
  readonly attention: TracedAttention;
  readonly heads: number;
  readonly head: number;
  readonly query: number;
  readonly symbol: string;
}

export function WeightTable({ attention, heads, head, query, symbol }: WeightTableProps) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const weights = Array.from({ length: heads }, (_, h) => weightsOf(attention, h, query));
  return (
    <ChartTable
      symbol={symbol}
      summary={t('patchWeights', { count: number(weightsOf(attention, head, query).length), head: head + 1 })}
      columns={[t('patch'), ...weights.map((_, h) => t('headWeight', { head: h + 1 })), t('headScore', { head: head + 1 })]}
      rows={() => descending(weightsOf(attention, head, query))}
      cells={(key) => [
        number(key + 1),
        ...weights.map((each) => number(valueAt(each, key), 4)),
        number(comparisonAt(attention, heads, head, query, key).score, 3),
      ]}
    />
  );
}
