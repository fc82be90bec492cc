/** The matrices as tables, for reading number by number. */
import { useState } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { Sides } from './sides';
import { lossTexts } from './texts';

interface MatrixTablesProps {
  readonly drawings: readonly string[];
  readonly captions: readonly string[];
  readonly sides: Sides;
}

export function MatrixTables({ drawings, captions, sides }: MatrixTablesProps) {
  const t = useTexts(lossTexts);
  const number = useNumbers();
  // Several hundred cells that change with every move of a slider: only while somebody looks.
  const [isOpen, setIsOpen] = useState(false);
  const tables = [
    { name: t('similarity'), values: sides.batch.cosines },
    { name: t('rowShares'), values: sides.softmax.rowShares },
    { name: t('columnShares'), values: sides.softmax.columnShares },
    { name: t('softmax'), values: sides.softmax.gradient },
    { name: t('probabilities'), values: sides.sigmoid.probabilities },
    { name: t('sigmoid'), values: sides.sigmoid.gradient },
  ];
  return (
    <details className="loss-tables" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('table')}</summary>
      {isOpen &&
        tables.map(({ name, values }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          // biome-ignore lint/a11y/useSemanticElements: a section would be a second landmark a table
          <div key={name} className="loss-table" role="group" aria-label={name} tabIndex={0}>
            <table className="tabular">
              <caption>{name}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('picture')}</th>
                  {captions.map((caption, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a caption may occur twice
                    <th key={column} scope="col">
                      {caption}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {drawings.map((drawing, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: so may a drawing
                  <tr key={row}>
                    <th scope="row">{drawing}</th>
                    {captions.map((_, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a place in the matrix
                      <td key={column}>{number(values[row * captions.length + column] as number, 3)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
    </details>
  );
}
