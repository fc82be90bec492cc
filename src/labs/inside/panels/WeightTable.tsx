/** The patches that a query looks at most, with scores and weights. */
import type { TracedAttention } from '../../../engine/trace';
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { TableFrame } from '../../shared/TableFrame';
import { comparisonAt, weightsOf } from '../arithmetic';
import { descending } from '../arrays';
import { insideTexts } from '../texts';

interface WeightTableProps {
  readonly attention: TracedAttention;
  readonly heads: number;
  readonly head: number;
  readonly query: number;
  readonly symbol: string;
}

const ROWS = 8;

export function WeightTable({ attention, heads, head, query, symbol }: WeightTableProps) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const first = descending(weightsOf(attention, head, query)).slice(0, ROWS);
  return (
    <details className="value-table" data-symbol={symbol}>
      <summary>{t('mostLooked')}</summary>
      <TableFrame label={t('mostLooked')}>
        <table className="tabular">
          <thead>
            <tr>
              <th scope="col">{t('patch')}</th>
              <th scope="col">{t('score')}</th>
              <th scope="col">{t('alpha')}</th>
            </tr>
          </thead>
          <tbody>
            {first.map((key) => {
              const { score, weight } = comparisonAt(attention, heads, head, query, key);
              return (
                <tr key={key}>
                  <th scope="row">{key + 1}</th>
                  <td>{number(score, 3)}</td>
                  <td>{number(weight, 4)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
    </details>
  );
}
