/** A reader's file as the labs take it, or why it could not be opened. Fetched when the first file comes. */
import { ImportError, type ImportFailure, type ImportNotice } from '../image-file/failures';
import type { OwnImage } from '../labs/lab';
import { importImage } from './image-import/import-image';

export type OpenedImage =
  | { readonly image: OwnImage; readonly notices: readonly ImportNotice[] }
  | { readonly failure: ImportFailure };

/** Decodes a file; expected failures are an answer, anything else is thrown. */
export async function openOwnImage(source: Blob, name: string): Promise<OpenedImage> {
  try {
    const { width, height, data, hasTransparency, notices } = await importImage(source, name);
    return { image: { name, image: { width, height, data }, hasTransparency }, notices };
  } catch (cause) {
    if (cause instanceof ImportError) return { failure: cause.failure };
    throw cause;
  }
}
