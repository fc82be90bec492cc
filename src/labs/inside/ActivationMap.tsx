/** One channel of a layer as a picture. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useStyleColours } from '../../ui/use-style-colours';
import { largest } from './arrays';
import { paintMap, rgbOf } from './paint-map';

interface ActivationMapProps {
  /** [side·side] */
  readonly values: Float32Array;
  readonly side: number;
  /** Without a name the map is decoration to a screen reader. */
  readonly label?: string;
  /** Laid over the map, at its size. */
  readonly children?: ReactNode;
}

export function ActivationMap({ values, side, label, children }: ActivationMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useStyleColours(canvas);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const { color, outlineColor } = colours();
    const image = context.createImageData(side, side);
    paintMap(image, values, side, largest(values), { positive: rgbOf(color), negative: rgbOf(outlineColor) });
    context.putImageData(image, 0, 0);
  }, [values, side, colours]);
  return (
    <div className="inside-map">
      <canvas
        ref={canvas}
        width={side}
        height={side}
        {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      />
      {children}
    </div>
  );
}
