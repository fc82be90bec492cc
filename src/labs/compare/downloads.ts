/** How files about what is shown are called. */
import type { Shown } from './store';

/** A name for files about what is shown, without an extension. */
export function fileStem({ picture, generation }: Shown): string {
  const subject = picture.kind === 'sample' ? `${picture.concept}-${picture.artist}` : picture.name.replace(/\.[^.]*$/, '');
  return `${subject}-${generation.grid}x${generation.grid}-k${generation.codebook}`;
}
