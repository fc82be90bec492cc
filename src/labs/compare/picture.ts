/** A picture as the compare view handles it: the 64×64 pixels the models read, and where they come from. */
import type { RgbImage } from '../../model/types';

export interface SamplePicture {
  readonly kind: 'sample';
  readonly concept: string;
  readonly artist: string;
  readonly image: RgbImage;
}

/** The reader's own; never leaves the page. */
export interface OwnPicture {
  readonly kind: 'own';
  readonly name: string;
  readonly image: RgbImage;
}

export type Picture = SamplePicture | OwnPicture;
