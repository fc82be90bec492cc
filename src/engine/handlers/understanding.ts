/** The understanding side: what of the gallery is near the current image. */
import { topK } from '../../model/retrieval';
import type { Language } from '../../model/types';
import type { CaptionMatch, NearestConcept } from '../protocol';
import type { GalleryStore } from '../stores/gallery';

/** Neighbours shown. */
const CONCEPTS = 8;
const CAPTIONS = 5;

/** The concepts whose drawing is nearest, nearest first. @param weights SHA-256 of the tower that made the embedding */
export async function nearestConcepts(
  gallery: GalleryStore,
  weights: string,
  embedding: Float32Array,
): Promise<NearestConcept[]> {
  const { concepts, embeddings } = await gallery.open(weights);
  return topK(embedding, embeddings, CONCEPTS).flatMap(({ index, cosine }) => {
    const row = concepts[index];
    return row ? [{ index, cosine, concept: row.concept, artist: row.artist }] : [];
  });
}

/** The captions of one language that are nearest, nearest first. */
export async function bestCaptions(
  gallery: GalleryStore,
  weights: string,
  embedding: Float32Array,
  language: Language,
): Promise<CaptionMatch[]> {
  const [{ concepts }, rows] = await Promise.all([gallery.open(weights), gallery.captions(weights, language)]);
  return topK(embedding, rows, CAPTIONS).flatMap(({ index, cosine }) => {
    const row = concepts[index];
    return row ? [{ concept: row.concept, text: row.label[language], lang: language, cosine }] : [];
  });
}
