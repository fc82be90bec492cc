/** op phrase: how near a phrase the gallery's drawings are, in the space of the images. */
import { tensor } from '@tensorflow/tfjs-core';
import { captionEmbedding } from '../../model/contrastive/lexicon';
import { textTower } from '../../model/contrastive/text-tower';
import { createTokeniser, PAD, splitWords } from '../../model/contrastive/vocabulary';
import { cosines } from '../../model/gallery-scores';
import type { PhraseRanking } from '../protocol';
import { identityOf, WORD_TABLE } from '../stores/models';
import { readBack, upload } from './passes';
import type { Workshop } from './workshop';

/** Words that neither text tower nor lexicon knows stay out: nothing could stand for them. */
export async function phrase({ backend, models, gallery }: Workshop, text: string): Promise<PhraseRanking> {
  const [images, { tower, table, vocabulary, lexicon, lexiconSha256 }] = await Promise.all([models.contrastive(), models.text()]);
  const { config } = tower.manifest;
  const { length, width } = config.text;
  const tokeniser = createTokeniser(vocabulary);
  const untaught = new Set(tokeniser.unknownWords(text));
  const words = splitWords(text).map((word) => {
    const isTaught = !untaught.has(word);
    return { word, isKnown: isTaught || lexicon.has(word), isTaught };
  });
  const answer = { model: identityOf(images), readers: { text: tower.sha256, lexicon: lexiconSha256 }, words, limit: length };

  /** Of the table of words only the rows at hand are uploaded: padding first, then as they come. -> [E] */
  async function readByTower(): Promise<Float32Array> {
    const ids = tokeniser.encode(text, length); // [L]
    const rows = new Float32Array((length + 1) * width);
    [PAD, ...ids].forEach((id, i) => rows.set(table.subarray(id * width, (id + 1) * width), i * width));
    const places = ids.map((id, i) => (id === PAD ? PAD : i + 1));
    upload(backend, models, tower);
    return readBack(backend, () =>
      textTower({ ...models.params(tower), [WORD_TABLE]: tensor(rows, [length + 1, width]) }, config, places),
    ); // [1, E]
  }

  // Without a word it was taught the tower would still give some vector, always the same.
  const vector = words.some(({ isTaught }) => isTaught) ? await readByTower() : null;
  const joint = captionEmbedding(vector ?? undefined, lexicon.embed(text)); // [E]
  if (!joint) return { ...answer, vector, embedding: null };
  const { embeddings } = await gallery.open(images.sha256);
  return { ...answer, vector, embedding: cosines(joint, embeddings) };
}
