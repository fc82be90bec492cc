/** The square through which an own image is seen, while it is being moved; at rest it lets the models' pixels be seen. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { RgbaImage } from '../../dataset/prepare';
import { useTexts } from '../../i18n/use-texts';
import { type Framing, pan, zoomOf, zoomTo } from './framing';
import { followPointers } from './pointers';
import { compareTexts } from './texts';

interface CropFrameProps {
  readonly image: RgbaImage;
  readonly framing: Framing;
  readonly isAdjusting: boolean;
  /** Of the element that says how to use it. */
  readonly helpId: string;
  readonly onChange: (change: (framing: Framing) => Framing) => void;
}

/** Pixels of the square's canvas. */
const SIDE = 512;
/** Share of the square that an arrow key moves. */
const STEP = 1 / 32;
const ZOOM_STEP = 2 ** 0.125;

/** The image on a canvas, which can be drawn at any place and size. */
function canvasOf({ width, height, data }: RgbaImage): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(Uint8ClampedArray.from(data), width, height), 0, 0);
  return canvas;
}

function draw(context: CanvasRenderingContext2D, source: HTMLCanvasElement, { crop, quarterTurns, ground }: Framing): void {
  context.resetTransform();
  context.fillStyle = `rgb(${ground.join(' ')})`;
  context.fillRect(0, 0, SIDE, SIDE);
  context.translate(SIDE / 2, SIDE / 2);
  context.rotate((quarterTurns * Math.PI) / 2);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, crop.x, crop.y, crop.size, crop.size, -SIDE / 2, -SIDE / 2, SIDE, SIDE);
}

export function CropFrame({ image, framing, isAdjusting, helpId, onChange }: CropFrameProps) {
  const t = useTexts(compareTexts);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const source = useMemo(() => canvasOf(image), [image]);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) draw(context, source, framing);
  }, [source, framing]);

  const moves = useMemo(
    () => ({
      pan: (right: number, down: number) => onChange((before) => pan(before, right, down, image)),
      zoom: (factor: number) => onChange((before) => zoomTo(before, zoomOf(before, image) * factor, image)),
    }),
    [image, onChange],
  );
  useEffect(() => {
    if (frame.current) return followPointers(frame.current, moves);
  }, [moves]);

  const onKeyDown = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      // An arrow moves the square over the picture, hence the picture the other way.
      ArrowLeft: () => moves.pan(STEP, 0),
      ArrowRight: () => moves.pan(-STEP, 0),
      ArrowUp: () => moves.pan(0, STEP),
      ArrowDown: () => moves.pan(0, -STEP),
      '+': () => moves.zoom(ZOOM_STEP),
      '=': () => moves.zoom(ZOOM_STEP),
      '-': () => moves.zoom(1 / ZOOM_STEP),
    };
    const move = keys[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };

  return (
    <div
      ref={frame}
      className="crop-frame"
      data-adjusting={isAdjusting || undefined}
      // A screen reader leaves the arrow keys to it.
      role="application"
      aria-label={t('crop')}
      aria-describedby={helpId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move what it shows
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <canvas ref={canvas} width={SIDE} height={SIDE} />
    </div>
  );
}
