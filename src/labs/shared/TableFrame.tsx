/** A window on a table that may be larger than its place: it scrolls, and can be scrolled by key. */
import type { ReactNode } from 'react';
import './ValueTable.css';

interface TableFrameProps {
  /** What the table is of. */
  readonly label: string;
  /** Of a lab that sets its tables in its own way. */
  readonly className?: string;
  readonly children: ReactNode;
}

export function TableFrame({ label, className = 'value-table-frame', children }: TableFrameProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark for every table
    <div className={className} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
