/** The numbers behind a chart as a table, made when it is opened and not before, so many rows at a time. */
import { useState } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { TableDetails } from './TableDetails';
import { TableFrame } from './TableFrame';
import { sharedTexts } from './texts';
import './ChartTable.css';

interface ChartTableProps<Item> {
  readonly summary: string;
  readonly symbol?: string;
  readonly columns: readonly string[];
  /** What the table is of, a row each. Asked only while it is open: closed, it is to cost nothing. */
  readonly rows: () => readonly Item[];
  /** One text a column; the first heads the row. */
  readonly cells: (item: Item) => readonly string[];
}

/** Rows at a time, as many as the embedding has dimensions: the whole of it at a glance. Thousands would hold the page up. */
const PAGE = 128;

export function ChartTable<Item>({ summary, symbol, columns, rows, cells }: ChartTableProps<Item>) {
  return (
    <TableDetails summary={summary} symbol={symbol}>
      {() => <Pages name={summary} columns={columns} items={rows()} cells={cells} />}
    </TableDetails>
  );
}

interface PagesProps<Item> extends Pick<ChartTableProps<Item>, 'columns' | 'cells'> {
  readonly name: string;
  readonly items: readonly Item[];
}

function Pages<Item>({ name, columns, items, cells }: PagesProps<Item>) {
  const t = useTexts(sharedTexts);
  const number = useNumbers();
  const [turned, setTurned] = useState(0);
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  // What the table is of may have become less.
  const page = Math.min(turned, pages - 1);
  const shown = items.slice(page * PAGE, (page + 1) * PAGE);
  return (
    <>
      {/* Another page, another frame: it begins at its first row. */}
      <TableFrame key={page} label={name}>
        <table className="tabular" aria-label={name}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((item, row) => {
              const [head, ...texts] = cells(item);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                <tr key={row}>
                  <th scope="row">{head}</th>
                  {texts.map((text, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: so is a cell
                    <td key={column}>{text}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
      {pages > 1 && (
        <div className="chart-table-pages">
          <Button look="quiet" isDisabled={page === 0} onPress={() => setTurned(page - 1)}>
            {t('previousRows')}
          </Button>
          <Button look="quiet" isDisabled={page === pages - 1} onPress={() => setTurned(page + 1)}>
            {t('nextRows')}
          </Button>
          <span className="tabular" role="status">
            {t('rowsShown', {
              first: number(page * PAGE + 1),
              last: number(page * PAGE + shown.length),
              count: number(items.length),
            })}
          </span>
        </div>
      )}
    </>
  );
}
