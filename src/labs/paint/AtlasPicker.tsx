/** The entries of the codebook to choose from, each as the decoder draws it: one listbox, moved through with arrow keys. */
import { type KeyboardEvent, memo, useId, useLayoutEffect, useRef, useState } from 'react';
import { imageDataOf } from '../../ui/image-data';
import { type Atlas, TILE } from './atlas';

interface AtlasPickerProps {
  readonly label: string;
  readonly atlas: Atlas | null;
  readonly codebook: number;
  readonly entry: number;
  readonly nameOf: (entry: number) => string;
  readonly onPick: (entry: number) => void;
}

const COLUMNS = 16;
/** Entries large enough for a finger. */
const COARSE_COLUMNS = 8;

const Options = memo(
  ({ id, codebook, nameOf }: { readonly id: string; readonly codebook: number; readonly nameOf: (entry: number) => string }) =>
    Array.from({ length: codebook }, (_, entry) => entry).map((entry) => (
      // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and names the active option
      <div key={entry} id={`${id}-${entry}`} role="option" aria-selected={false} aria-label={nameOf(entry)} data-entry={entry} />
    )),
);

export function AtlasPicker({ label, atlas, codebook, entry, nameOf, onPick }: AtlasPickerProps) {
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [most] = useState(() => (matchMedia('(pointer: coarse)').matches ? COARSE_COLUMNS : COLUMNS));
  const columns = Math.min(most, codebook);
  const rows = Math.ceil(codebook / columns);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !atlas) return;
    const count = atlas.tiles.length / (TILE * TILE * 3);
    for (let tile = 0; tile < count; tile++) {
      const size = TILE * TILE * 3;
      context.putImageData(
        imageDataOf(atlas.tiles.subarray(tile * size, (tile + 1) * size)),
        (tile % columns) * TILE,
        Math.floor(tile / columns) * TILE,
      );
    }
  }, [atlas, columns]);

  // The options themselves are drawn once a codebook: up to a thousand of them would be slow to go through at every choice.
  useLayoutEffect(() => {
    const option = root.current?.querySelector<HTMLElement>(`[data-entry="${entry}"]`);
    option?.setAttribute('aria-selected', 'true');
    const list = root.current;
    if (list && option) {
      if (option.offsetTop < list.scrollTop) list.scrollTop = option.offsetTop;
      const below = option.offsetTop + option.offsetHeight - list.clientHeight;
      if (below > list.scrollTop) list.scrollTop = below;
    }
    return () => option?.setAttribute('aria-selected', 'false');
  }, [entry]);

  const onKeyDown = (event: KeyboardEvent) => {
    // With these the keys are the browser's.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
    const ends: Record<string, number> = { Home: 0, End: codebook - 1 };
    const to = ends[event.key] ?? entry + (steps[event.key] ?? Number.NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    if (to >= 0 && to < codebook) onPick(to);
  };
  const pickAt = (target: EventTarget) => {
    const chosen = target instanceof Element ? target.closest<HTMLElement>('[data-entry]')?.dataset.entry : undefined;
    if (chosen !== undefined) onPick(Number(chosen));
  };

  return (
    <div
      ref={root}
      className="paint-atlas"
      role="listbox"
      aria-label={label}
      aria-activedescendant={`${id}-${entry}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={(event) => pickAt(event.target)}
    >
      <div className="paint-atlas-sheet" style={{ aspectRatio: `${columns} / ${rows}` }}>
        <canvas ref={canvas} width={columns * TILE} height={rows * TILE} />
        <div
          className="paint-atlas-options"
          role="presentation"
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        >
          <Options id={id} codebook={codebook} nameOf={nameOf} />
        </div>
      </div>
    </div>
  );
}
