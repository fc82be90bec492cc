/** The painted tokens as a table. */
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { TableFrame } from '../shared/TableFrame';
import { paintTexts } from './texts';

export function TokenTable({ tokens, grid }: { readonly tokens: Uint16Array; readonly grid: number }) {
  const t = useTexts(paintTexts);
  // Up to 256 cells that change with every stroke: only while somebody looks.
  const [isOpen, setIsOpen] = useState(false);
  const sides = Array.from({ length: grid }, (_, i) => i);
  return (
    <details className="paint-table" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('table')}</summary>
      {isOpen && (
        <TableFrame className="paint-table-frame" label={t('table')}>
          <table className="tabular">
            <thead>
              <tr>
                <th scope="col">{t('row')}</th>
                {sides.map((column) => (
                  <th key={column} scope="col">
                    {column + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sides.map((row) => (
                <tr key={row}>
                  <th scope="row">{row + 1}</th>
                  {sides.map((column) => (
                    <td key={column}>{tokens[row * grid + column]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </details>
  );
}
