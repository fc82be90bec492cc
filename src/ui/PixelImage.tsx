/** A small RGB image, each of its pixels a visible square. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
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

/** RGB bytes as RGBA. */
function toImageData(pixels: Uint8Array, side: number): ImageData {
  const image = new ImageData(side, side);
  for (let i = 0; i < side * side; i++) {
    image.data.set(pixels.subarray(3 * i, 3 * i + 3), 4 * i);
    image.data[4 * i + 3] = 255;
  }
  return image;
}

export function PixelImage({ pixels, side, label, children }: PixelImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (pixels) context?.putImageData(toImageData(pixels, side), 0, 0);
    else context?.clearRect(0, 0, side, side);
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
