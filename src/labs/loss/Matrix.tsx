/** One N×N matrix of the batch: pictures down the side, captions along the top, a number and a colour a cell. */
import type { ReactNode } from 'react';
import { CellOutline } from '../../ui/CellOutline';
import type { CodeColour } from '../../ui/code-colours';
import { TokenGrid } from '../../ui/TokenGrid';

export interface CellMarks {
  readonly selected: number;
  /** The cell pointed at, else the selected one. */
  readonly active: number;
  select(cell: number): void;
  /** null when the pointer has left. */
  point(cell: number | null): void;
}

interface MatrixProps {
  readonly title: string;
  readonly note: string;
  /** Name of the symbol that the cells stand for. */
  readonly symbol: string | undefined;
  readonly size: number;
  /** One a row. */
  readonly drawings: readonly ReactNode[];
  readonly captions: readonly string[];
  readonly colours: readonly CodeColour[];
  readonly names: readonly string[];
  readonly spoken: readonly string[];
  readonly framed: readonly number[];
  readonly marks: CellMarks;
}

export function Matrix({ title, note, symbol, size, drawings, captions, colours, names, spoken, framed, marks }: MatrixProps) {
  const activeRow = Math.floor(marks.active / size);
  const activeColumn = marks.active % size;
  return (
    <figure className="loss-matrix" data-size={size}>
      <figcaption>
        <h3>{title}</h3>
        <span className="tabular">{note}</span>
      </figcaption>
      <div className="loss-matrix-body">
        <ol className="loss-captions" aria-hidden="true" data-symbol="y">
          {captions.map((caption, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a caption may occur twice
            <li key={column} data-active={column === activeColumn || undefined}>
              <span className="loss-caption">{caption}</span>
            </li>
          ))}
        </ol>
        <ol className="loss-drawings" aria-hidden="true" data-symbol="x">
          {drawings.map((drawing, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: so may a drawing
            <li key={row} data-active={row === activeRow || undefined}>
              {drawing}
            </li>
          ))}
        </ol>
        <div className="loss-cells" data-symbol={symbol}>
          <TokenGrid
            label={title}
            grid={size}
            colours={colours}
            names={names}
            spoken={spoken}
            active={marks.active}
            selected={marks.selected}
            onSelect={marks.select}
            onPoint={marks.point}
          />
          {framed.map((cell) => (
            <CellOutline key={cell} grid={size} cell={cell} />
          ))}
        </div>
      </div>
    </figure>
  );
}
