/** Where each drawing lies on the sheet of the samples' thumbnails: a row a concept, its artists in order. */
import type { SpriteSheet } from '../../ui/Sprite';
import type { FileUrl, Sample, Samples } from './files';

export const sampleSheet = ({ thumbs, concepts }: Samples, fileUrl: FileUrl): SpriteSheet => ({
  url: fileUrl(`samples/${thumbs.file}`),
  columns: thumbs.columns,
  rows: concepts.length,
});

/** Row-major index of a drawing. */
export const spriteIndex = ({ thumbs, concepts }: Samples, sample: Sample, artist: string): number =>
  concepts.findIndex(({ concept }) => concept === sample.concept) * thumbs.columns + sample.artists.indexOf(artist);
