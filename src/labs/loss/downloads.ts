/** Files of the batch and what the losses make of it. */

import { quoted } from '../shared/csv';
import type { Samples } from '../shared/files';
import { stemOf } from '../shared/picture-name';
import { captionOf } from './names';
import { isOwn, type ShownPair } from './own-pair';
import type { Sides } from './sides';
import type { Settings, ShownBatch } from './store';

const rowsOf = (values: Float64Array, size: number): number[][] =>
  Array.from({ length: size }, (_, row) => [...values.subarray(row * size, (row + 1) * size)]);

/** The whole computation as JSON: settings, pairs, cosines, shares, derivatives. */
export function jsonOf(samples: Samples, { pairs, language, cosines }: ShownBatch, settings: Settings, sides: Sides): Blob {
  const matrix = (values: Float64Array) => rowsOf(values, pairs.length);
  const { softmax, sigmoid } = sides;
  const content = {
    settings,
    pairs: pairs.map((pair) => ({
      ...(isOwn(pair) ? { picture: pair.picture.name } : pair),
      caption: captionOf(samples, pair, language),
    })),
    cosines: matrix(cosines),
    softmax: {
      loss: softmax.loss,
      rowShares: matrix(softmax.rowShares),
      columnShares: matrix(softmax.columnShares),
      gradient: matrix(softmax.gradient),
    },
    sigmoid: { loss: sigmoid.loss, probabilities: matrix(sigmoid.probabilities), gradient: matrix(sigmoid.gradient) },
  };
  return new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' });
}

const drawingFields = (pair: ShownPair): string =>
  isOwn(pair) ? `${quoted(pair.picture.name)},` : `${pair.concept},${pair.artist}`;
const captionField = (pair: ShownPair): string => (isOwn(pair) ? quoted(pair.caption) : pair.concept);

/** A line a cell. An own picture has no artist. */
export function csvOf({ pairs, cosines }: ShownBatch, { batch, softmax, sigmoid }: Sides): Blob {
  const lines = Array.from(cosines, (cosine, cell) => {
    const row = pairs[Math.floor(cell / pairs.length)] as ShownPair;
    const column = pairs[cell % pairs.length] as ShownPair;
    return [
      drawingFields(row),
      captionField(column),
      batch.positives[cell],
      cosine,
      softmax.rowShares[cell],
      softmax.columnShares[cell],
      softmax.gradient[cell],
      sigmoid.probabilities[cell],
      sigmoid.gradient[cell],
    ].join(',');
  });
  const head =
    'drawing,artist,caption,positive,cosine,softmax_row_share,softmax_column_share,softmax_gradient,sigmoid_probability,sigmoid_gradient';
  return new Blob([`${[head, ...lines].join('\n')}\n`], { type: 'text/csv' });
}

/** A name for files about the batch, without an extension. */
export function fileStem({ pairs: [first], drawn }: ShownBatch): string {
  const own = first && isOwn(first) ? first : null;
  const batch = drawn ? `${drawn.seed}-${drawn.size}` : 'own';
  return own ? `loss-${stemOf(own.picture.name)}-${batch}` : `loss-${batch}`;
}
