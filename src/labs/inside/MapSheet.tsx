/** All channels of a layer at once, small. A click chooses one; by keyboard the slider beside it does. */
import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { NamedArray } from '../../model/types';
import { useStyleColours } from '../../ui/use-style-colours';
import { channelOf, depthOf, largest, sideOf } from './arrays';
import { paintMap, rgbOf } from './paint-map';

interface MapSheetProps {
  /** [S, S, C] */
  readonly maps: NamedArray;
  readonly channel: number;
  readonly label: string;
  readonly onChange: (channel: number) => void;
}

/** Pixels between maps, so that they can be told apart. */
const GAP = 2;

/** Twice as many columns as rows, or a little more. */
const columnsFor = (count: number): number => Math.min(count, Math.ceil(Math.sqrt(2 * count)));

export function MapSheet({ maps, channel, label, onChange }: MapSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const styleColours = useStyleColours(canvas);
  const [side, count] = [sideOf(maps), depthOf(maps)];
  const columns = columnsFor(count);
  const rows = Math.ceil(count / columns);
  const pitch = side + GAP;
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const { color, outlineColor } = styleColours();
    const colours = { positive: rgbOf(color), negative: rgbOf(outlineColor) };
    const image = context.createImageData(element.width, element.height);
    for (let c = 0; c < count; c++) {
      const values = channelOf(maps, c);
      paintMap(image, values, side, largest(values), colours, (c % columns) * pitch, Math.floor(c / columns) * pitch);
    }
    context.putImageData(image, 0, 0);
  }, [maps, count, side, columns, pitch, styleColours]);

  const choose = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const column = Math.floor(((clientX - left) / width) * columns);
    const chosen = Math.floor(((clientY - top) / height) * rows) * columns + column;
    if (chosen >= 0 && chosen < count) onChange(chosen);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the slider beside it does the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div className="inside-sheet" onClick={choose}>
      <canvas ref={canvas} width={columns * pitch - GAP} height={rows * pitch - GAP} role="img" aria-label={label} />
      <span
        className="inside-sheet-chosen"
        style={{
          left: `${(100 * (channel % columns)) / columns}%`,
          top: `${(100 * Math.floor(channel / columns)) / rows}%`,
          width: `${100 / columns}%`,
          height: `${100 / rows}%`,
        }}
      />
    </div>
  );
}
