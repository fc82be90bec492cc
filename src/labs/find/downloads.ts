/** Files of what the lab shows. */
import { type GalleryMaps, MAP_REPRESENTATIONS } from '../../dataset/maps';
import { quoted } from '../shared/csv';
import type { Gallery } from '../shared/files';
import type { Rankings, Shown } from './store';
import type { LabMaps } from './use-maps';

/** The whole gallery in its own order, with place and score by each representation. */
export function csvOf(rankings: Rankings, { concepts }: Gallery): Blob {
  const head = [
    'concept',
    'artist',
    'english',
    'chinese',
    ...MAP_REPRESENTATIONS.flatMap((way) => [`${way}_place`, `${way}_score`]),
  ];
  const lines = concepts.map(({ concept, artist, label }, row) =>
    [
      concept,
      artist,
      quoted(label.en),
      quoted(label.zh),
      // 0 is the drawing that was asked with.
      ...MAP_REPRESENTATIONS.flatMap((way) => [rankings[way].places[row], rankings[way].scores[row]]),
    ].join(','),
  );
  return new Blob([`${[head.join(','), ...lines].join('\n')}\n`], { type: 'text/csv' });
}

function askedOf({ query, picture }: Shown, { concepts }: Gallery): object {
  if (query.kind === 'phrase') return { phrase: query.text };
  if (query.kind === 'drawing') return { drawing: concepts[query.row]?.concept };
  return { picture: picture?.kind === 'sample' ? `${picture.concept}.${picture.artist}` : picture?.name };
}

/** Drawings of each column that the JSON lists. */
const LISTED = 40;

/** The question, its answers, and what is brushed and lit on the maps. */
export function jsonOf(shown: Shown, gallery: Gallery, maps: GalleryMaps | null, state: LabMaps): Blob {
  const { concepts } = gallery;
  const content = {
    asked: askedOf(shown, gallery),
    words: shown.phrase?.words,
    weights: shown.weights,
    standIn: shown.standIn === null ? undefined : concepts[shown.standIn]?.concept,
    nearest:
      shown.rankings &&
      Object.fromEntries(
        Object.entries(shown.rankings).map(([way, { order, scores }]) => [
          way,
          order.slice(0, LISTED).map((row) => ({ concept: concepts[row]?.concept, score: scores[row] })),
        ]),
      ),
    purity: maps && Object.fromEntries(MAP_REPRESENTATIONS.map((map) => [map, maps.maps[map].purity])),
    views: state.views,
    brushed: state.area && {
      area: state.area,
      drawings: state.brushed.map((point) => ({
        concept: concepts[maps?.points.concept[point] ?? -1]?.concept,
        artist: maps?.artists[maps.points.artist[point] as number],
      })),
    },
    lit: state.lit && { concept: concepts[state.lit.row]?.concept, artist: state.lit.artist },
  };
  return new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' });
}

/** A name for files about the question, without an extension. */
export const fileStem = ({ query, picture }: Shown, { concepts }: Gallery): string => {
  const subject =
    query.kind === 'phrase'
      ? query.text.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      : query.kind === 'drawing'
        ? concepts[query.row]?.concept
        : picture?.kind === 'sample'
          ? `${picture.concept}-${picture.artist}`
          : 'picture';
  return `find-${subject}`;
};
