/** A small RGB image, each of its pixels a visible square. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { imageDataOf } from './image-data';
import './PixelImage.css';

interface PixelImageProps {
  /** Row-major RGB; null leaves the frame empty. [side·side·3] */
  readonly pixels: Uint8Array | null;
  readonly side: number;
  /** Without a name the image is decoration to a screen reader. */
  readonly label?: string;
  /** Laid over the image, at its size. */
  readonly children?: ReactNode;
}

export function PixelImage({ pixels, side, label, children }: PixelImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isPainted = useRef(false);
  useLayoutEffect(() => {
    // Asking a canvas for its context for the first time is slow, and there is nothing yet to wipe away.
    if (!pixels && !isPainted.current) return;
    const context = canvas.current?.getContext('2d');
    if (pixels) context?.putImageData(imageDataOf(pixels), 0, 0);
    else context?.clearRect(0, 0, side, side);
    isPainted.current = pixels !== null;
  }, [pixels, side]);
  return (
    <div className="pixel-image">
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
