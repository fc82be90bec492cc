/** How files name the picture that they are about. */
import type { Picture } from '../lab';

/** A name of a file without its extension. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');

/** Within a name of a file. */
export const pictureStem = (picture: Picture): string =>
  picture.kind === 'sample' ? `${picture.concept}-${picture.artist}` : stemOf(picture.name);

/** Within a file: as the page's address names a sample, and as the reader's file is called. */
export const pictureName = (picture: Picture): string =>
  picture.kind === 'sample' ? `${picture.concept}.${picture.artist}` : picture.name;
