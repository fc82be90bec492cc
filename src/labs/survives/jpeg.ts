/** A picture after a JPEG file of the browser's making. */
import type { RgbImage } from '../../model/types';
import { imageDataOf } from '../../ui/image-data';

/** @param quality 0..100 */
export async function throughJpeg({ width, height, data }: RgbImage, quality: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.putImageData(imageDataOf(data), 0, 0);
  const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 });
  const decoded = await createImageBitmap(file);
  context.drawImage(decoded, 0, 0);
  decoded.close();
  const rgba = context.getImageData(0, 0, width, height).data;
  return Uint8Array.from({ length: data.length }, (_, i) => rgba[Math.floor(i / 3) * 4 + (i % 3)] as number);
}
