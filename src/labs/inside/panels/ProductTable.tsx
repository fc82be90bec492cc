/** The products that a weighted sum consists of, largest first. */
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { TableFrame } from '../../shared/TableFrame';
import type { WeightedSum } from '../arithmetic';
import { insideTexts } from '../texts';

const ROWS = 8;
const DECIMALS = 4;

interface ProductTableProps {
  readonly sum: WeightedSum;
  readonly symbol: string;
}

export function ProductTable({ sum: { products }, symbol }: ProductTableProps) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  return (
    <details className="value-table" data-symbol={symbol}>
      <summary>{t('products', { count: number(products.length) })}</summary>
      <TableFrame label={t('products', { count: number(products.length) })}>
        <table className="tabular">
          <thead>
            <tr>
              {(['window', 'inputChannel', 'weight', 'inputValue', 'product'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {products.slice(0, ROWS).map(({ row, column, input, weight, value }) => (
              <tr key={`${row} ${column} ${input}`}>
                <th scope="row">
                  {row - 1}, {column - 1}
                </th>
                <td>{input + 1}</td>
                <td>{number(weight, DECIMALS)}</td>
                <td>{number(value, DECIMALS)}</td>
                <td>{number(weight * value, DECIMALS)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </details>
  );
}
