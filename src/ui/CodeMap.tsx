/** A grid of codes as plain colours, to be looked at rather than moved in. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { CodeColour } from './code-colours';
import './CodeMap.css';

interface CodeMapProps {
  readonly label: string;
  readonly grid: number;
  /** One a cell, row-major; empty while there is nothing to show. */
  readonly colours: readonly CodeColour[];
  /** Laid over the grid, at its size. */
  readonly children?: ReactNode;
}

export function CodeMap({ label, grid, colours, children }: CodeMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, grid, grid);
    colours.forEach(({ fill }, cell) => {
      context.fillStyle = fill;
      context.fillRect(cell % grid, Math.floor(cell / grid), 1, 1);
    });
  }, [colours, grid]);
  return (
    <div className="code-map">
      <canvas ref={canvas} width={grid} height={grid} role="img" aria-label={label} />
      {children}
    </div>
  );
}
