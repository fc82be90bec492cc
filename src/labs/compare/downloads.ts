/** How files about what is shown are called. */
import { pictureStem } from '../shared/picture-name';
import type { Shown } from './store';

/** A name for files about what is shown, without an extension. */
export function fileStem({ picture, generation }: Shown): string {
  return `${pictureStem(picture)}-${generation.grid}x${generation.grid}-k${generation.codebook}`;
}
