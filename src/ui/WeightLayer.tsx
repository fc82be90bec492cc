/** Weights on a square grid, painted in the element's text colour: 0 is transparent, 1 opaque. */
import { useLayoutEffect, useRef } from 'react';
import { useStyleColours } from './use-style-colours';
import './WeightLayer.css';

interface WeightLayerProps {
  /** 0..1, row-major; null leaves the layer empty. [side·side] */
  readonly weights: Float32Array | null;
  readonly side: number;
  /** Blend between cells, as suits a map that is coarser than the picture beneath it. */
  readonly isSmooth?: boolean;
  readonly label?: string;
  readonly className?: string;
}

export function WeightLayer({ weights, side, isSmooth = false, label, className = '' }: WeightLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useStyleColours(canvas);
  const isPainted = useRef(false);
  useLayoutEffect(() => {
    // Asking a canvas for its context for the first time is slow, and there is nothing yet to wipe away.
    if (!weights && !isPainted.current) return;
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    context.clearRect(0, 0, side, side);
    isPainted.current = weights !== null;
    if (!weights) return;
    context.fillStyle = colours().color;
    weights.forEach((weight, i) => {
      context.globalAlpha = Math.max(0, Math.min(1, weight));
      context.fillRect(i % side, Math.floor(i / side), 1, 1);
    });
  }, [weights, side, colours]);
  return (
    <canvas
      ref={canvas}
      className={`weight-layer ${className}`}
      data-smooth={isSmooth || undefined}
      width={side}
      height={side}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
