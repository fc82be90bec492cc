/** The numbers behind bars and the outlines over them: one vector's, or two side by side. */
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { ChartTable } from '../../shared/ChartTable';
import { ValueTable } from '../../shared/ValueTable';
import { valueAt } from '../arrays';
import { insideTexts } from '../texts';

interface Named {
  readonly name: string;
  readonly values: Float32Array;
}

interface PairTableProps {
  readonly bars: Named;
  /** null where there are the bars alone. */
  readonly outlines: Named | null;
  readonly symbol?: string;
}

const DECIMALS = 3;

export function PairTable({ bars, outlines, symbol }: PairTableProps) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const count = bars.values.length;
  const marked = symbol ? { symbol } : {};
  if (!outlines) return <ValueTable {...marked} summary={t('valuesHere', { count })} values={bars.values} />;
  return (
    <ChartTable
      {...marked}
      summary={t('valuesOfBoth', { count })}
      columns={[t('dimension'), bars.name, outlines.name]}
      rows={() => Array.from(bars.values.keys())}
      cells={(i) => [number(i + 1), ...[bars, outlines].map(({ values }) => number(valueAt(values, i), DECIMALS))]}
    />
  );
}
