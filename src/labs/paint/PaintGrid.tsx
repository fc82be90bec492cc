/** The token grid as something to paint on: by mouse, pen and finger, or by arrow keys and Enter. */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { TokenGrid } from '../../ui/TokenGrid';
import { paintCode } from '../shared/paint-code';
import { cellsBetween, type Region } from './edits';
import type { Ground } from './store';
import { paintTexts } from './texts';

/** What happens where the reader points: once at the start, then along the way, then at the end. */
export interface Stroke {
  begin(cell: number): void;
  /** @param cells passed since the last call, the last one where the pointer is */
  move(cells: readonly number[]): void;
  end(): void;
}

interface PaintGridProps {
  readonly label: string;
  readonly ground: Ground;
  readonly tokens: Uint16Array;
  readonly stroke: Stroke;
  /** From where to where the reader is choosing a region. */
  readonly region: Region | null;
  readonly selected: number;
  readonly onSelect: (cell: number) => void;
  readonly onPoint: (cell: number | null) => void;
  readonly active: number;
}

export function PaintGrid({ label, ground, tokens, stroke, region, selected, onSelect, onPoint, active }: PaintGridProps) {
  const t = useTexts(paintTexts);
  const root = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState<number | null>(null);
  const { grid } = ground.settings;
  const painted = useMemo(() => {
    const { entries, codeDim, settings } = ground;
    return paintCode({ codebook: settings.codebook, tokens: ground.canvas.tokens, entries, latents: entries, codeDim }, '');
  }, [ground]);
  const colours = useMemo(
    () => Array.from(tokens, (token) => painted.palette[token] ?? { fill: '', text: '' }),
    [tokens, painted],
  );
  const names = useMemo(() => Array.from(tokens, String), [tokens]);
  const spoken = useMemo(
    () => Array.from(tokens, (id, cell) => t('cellSpoken', { row: Math.floor(cell / grid) + 1, column: (cell % grid) + 1, id })),
    [tokens, grid, t],
  );

  const cellAt = ({ clientX, clientY }: PointerEvent): number | null => {
    const under = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-cell]');
    return under && root.current?.contains(under) ? Number(under.dataset.cell) : null;
  };
  const onPointerDown = (event: PointerEvent) => {
    const cell = cellAt(event);
    if (event.button !== 0 || cell === null) return;
    setLast(cell);
    onSelect(cell);
    stroke.begin(cell);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (last === null) return;
    // Let go outside of the window, where nobody tells.
    if (event.buttons === 0) return onPointerEnd();
    const cell = cellAt(event);
    if (cell === null || cell === last) return;
    stroke.move(cellsBetween(last, cell, grid));
    setLast(cell);
  };
  const onPointerEnd = () => {
    if (last === null) return;
    setLast(null);
    stroke.end();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    stroke.begin(selected);
    stroke.end();
  };

  const share = 100 / grid;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid within is the widget; this listens to it
    <div
      ref={root}
      className="paint-grid"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onKeyDown={onKeyDown}
    >
      <TokenGrid
        label={label}
        grid={grid}
        colours={colours}
        names={names}
        spoken={spoken}
        active={active}
        selected={selected}
        onSelect={onSelect}
        onPoint={onPoint}
      />
      {region && (
        <div
          className="paint-region"
          style={{
            left: `${region.left * share}%`,
            top: `${region.top * share}%`,
            width: `${(region.right - region.left + 1) * share}%`,
            height: `${(region.bottom - region.top + 1) * share}%`,
          }}
        />
      )}
    </div>
  );
}
