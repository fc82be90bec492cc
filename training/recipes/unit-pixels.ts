/** Bytes to the numbers that the models read. */

/** RGB images, 0..255 -> their values in 0..1, one image after the other. */
export function unitPixels(images: readonly Uint8Array[]): Float32Array {
  const out = new Float32Array(images.reduce((total, image) => total + image.length, 0));
  let offset = 0;
  for (const image of images) for (const value of image) out[offset++] = value / 255;
  return out;
}
