/** Paints signed numbers: the more, the stronger; positive ones in one colour, negative ones in another. */

export type Rgb = readonly [number, number, number];

/** What any colour of the style sheet is in numbers. */
export function rgbOf(colour: string): Rgb {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return [0, 0, 0];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

export interface MapColours {
  readonly positive: Rgb;
  readonly negative: Rgb;
}

/** @param limit the size that is fully opaque @param left,top where the map's corner lies on the image */
export function paintMap(
  image: ImageData,
  values: Float32Array,
  side: number,
  limit: number,
  colours: MapColours,
  left = 0,
  top = 0,
) {
  values.forEach((value, i) => {
    const at = 4 * ((top + Math.floor(i / side)) * image.width + left + (i % side));
    image.data.set(value >= 0 ? colours.positive : colours.negative, at);
    image.data[at + 3] = limit > 0 ? Math.min(255, Math.round((255 * Math.abs(value)) / limit)) : 0;
  });
}
