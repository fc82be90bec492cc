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

/** RGB bytes as RGBA; byte by byte, which is many times as quick as copying views when a slider redraws several pictures. */
function toImageData(pixels: Uint8Array, side: number): ImageData {
  const image = new ImageData(side, side);
  for (let from = 0, to = 0; to < image.data.length; from += 3, to += 4) {
    image.data[to] = pixels[from] as number;
    image.data[to + 1] = pixels[from + 1] as number;
    image.data[to + 2] = pixels[from + 2] as number;
    image.data[to + 3] = 255;
  }
  return image;
}

export function PixelImage({ pixels, side, label, children }: PixelImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isPainted = useRef(false);
  useLayoutEffect(() => {
    // Asking a canvas for its context for the first time is slow, and there is nothing yet to wipe away.
    if (!pixels && !isPainted.current) return;
    const context = canvas.current?.getContext('2d');
    if (pixels) context?.putImageData(toImageData(pixels, side), 0, 0);
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
