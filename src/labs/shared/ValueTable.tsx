/** Many numbers as a table, eight to a row, opened when asked for. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { TableDetails } from './TableDetails';
import { TableFrame } from './TableFrame';
import { sharedTexts } from './texts';

interface ValueTableProps {
  readonly summary: string;
  readonly values: Float32Array;
  readonly symbol?: string;
}

const COLUMNS = 8;
const DECIMALS = 3;

export function ValueTable({ summary, values, symbol }: ValueTableProps) {
  const t = useTexts(sharedTexts);
  const number = useNumbers();
  const starts = Array.from({ length: Math.ceil(values.length / COLUMNS) }, (_, row) => row * COLUMNS);
  return (
    <TableDetails summary={summary} symbol={symbol}>
      {() => (
        <TableFrame label={summary}>
          <table className="tabular" aria-label={summary}>
            <thead>
              <tr>
                <th scope="col">{t('valuesFrom')}</th>
                {Array.from({ length: COLUMNS }, (_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns are their places
                  <th key={column} scope="col">
                    +{column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {starts.map((start) => (
                <tr key={start}>
                  <th scope="row">{start + 1}</th>
                  {Array.from(values.subarray(start, start + COLUMNS), (value, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a number is where it stands
                    <td key={i}>{number(value, DECIMALS)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </TableDetails>
  );
}
