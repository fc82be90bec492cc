/** Files that the reader takes along. */
import { IMAGE_SIZE } from '../../model/types';
import { imageDataOf } from '../../ui/image-data';

/** 64×64 RGB pixels as a PNG of that size. */
export function pngOf(pixels: Uint8Array): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = IMAGE_SIZE;
  canvas.height = IMAGE_SIZE;
  canvas.getContext('2d')?.putImageData(imageDataOf(pixels), 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG'))), 'image/png');
  });
}

/** Hands a file to the reader. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Once the browser has begun to save it; there is no event for that.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
