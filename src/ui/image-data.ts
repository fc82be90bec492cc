/** RGB pixels as a canvas takes them. */

/**
 * Byte by byte, which is many times as quick as copying views when a slider redraws several pictures.
 * @param pixels a square picture, row-major [S·S·3]
 */
export function imageDataOf(pixels: Uint8Array): ImageData {
  const side = Math.sqrt(pixels.length / 3);
  const image = new ImageData(side, side);
  for (let from = 0, to = 0; to < image.data.length; from += 3, to += 4) {
    image.data[to] = pixels[from] as number;
    image.data[to + 1] = pixels[from + 1] as number;
    image.data[to + 2] = pixels[from + 2] as number;
    image.data[to + 3] = 255;
  }
  return image;
}
