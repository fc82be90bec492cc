/** Whether this browser gives a page the true pixels of a canvas: some alter or withhold them against fingerprinting. */

export type CanvasHonesty = 'true' | 'altered' | 'blocked';

const SIDE = 32;
/** Mean deviation, of 255, above which what is read has nothing to do with what was drawn. */
const UNUSABLE = 16;

/** A pattern of many colours; protections leave plain canvases alone. */
function pattern(): Uint8ClampedArray<ArrayBuffer> {
  return Uint8ClampedArray.from({ length: SIDE * SIDE * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 73 + (i >> 5) * 41) % 256));
}

/** Writes known pixels to a canvas and compares what is read back. */
export function checkCanvas(): CanvasHonesty {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return 'blocked';
  const drawn = pattern();
  context.putImageData(new ImageData(drawn, SIDE, SIDE), 0, 0);
  const read = context.getImageData(0, 0, SIDE, SIDE).data;
  const deviation = drawn.reduce((sum, value, i) => sum + Math.abs(value - (read[i] ?? 0)), 0) / drawn.length;
  if (deviation === 0) return 'true';
  return deviation > UNUSABLE ? 'blocked' : 'altered';
}
