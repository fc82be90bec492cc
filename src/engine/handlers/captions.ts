/** op captions: the captions of the current image in a language. */
import type { Language } from '../../model/types';
import type { CaptionMatch } from '../protocol';
import { bestCaptions } from './understanding';
import { currentImage, type Workshop } from './workshop';

export async function captions(workshop: Workshop, language: Language): Promise<readonly CaptionMatch[]> {
  const { embedding } = currentImage(workshop);
  const { sha256 } = await workshop.models.contrastive();
  return bestCaptions(workshop.gallery, sha256, embedding, language);
}
