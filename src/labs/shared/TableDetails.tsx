/** What is behind a chart, opened when asked for: made then and not before, so that closed it costs nothing. */
import { type ReactNode, useState } from 'react';
import './ValueTable.css';

interface TableDetailsProps {
  readonly summary: string;
  /** Names of the symbols that it stands for. */
  readonly symbol: string | undefined;
  readonly children: () => ReactNode;
}

export function TableDetails({ summary, symbol, children }: TableDetailsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="value-table" data-symbol={symbol} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
