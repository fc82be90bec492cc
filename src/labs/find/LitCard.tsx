/** The drawing that is lit: where it stands in each order and among whom on each map. */
import { useMemo } from 'react';
import { type GalleryMaps, MAP_REPRESENTATIONS } from '../../dataset/maps';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { Gallery } from '../shared/files';
import { drawingAt, ofConceptNearby } from './plots';
import type { Rankings } from './store';
import { findTexts } from './texts';
import type { GalleryNames } from './use-gallery-names';
import type { LabMaps } from './use-maps';

interface LitCardProps {
  readonly maps: GalleryMaps | null;
  readonly state: LabMaps;
  readonly rankings: Rankings | null;
  readonly gallery: Gallery;
  readonly names: GalleryNames;
  readonly onFind: (row: number) => void;
}

export function LitCard({ maps, state, rankings, gallery, names, onFind }: LitCardProps) {
  const t = useTexts(findTexts);
  const number = useNumbers();
  const { lit, pinned, point } = state;
  // Each looks at all points: not again while a map moves.
  const nearby = useMemo(
    () =>
      maps && point !== undefined
        ? Object.fromEntries(MAP_REPRESENTATIONS.map((way) => [way, ofConceptNearby(maps, way, point)]))
        : null,
    [maps, point],
  );
  const drawnBy = (row: number | undefined) => gallery.concepts[row ?? -1]?.artist ?? '';
  const drawn = drawnBy(lit?.row);
  const artist = lit?.artist ?? (maps && point !== undefined ? drawingAt(maps, point).artist : drawn);
  return (
    <div className="find-lit" data-row={lit?.row}>
      {/* What is only passed on the way, by pointer or by Tab, is not read out. */}
      <p className="visually-hidden" role="status">
        {pinned &&
          t('litBy', {
            name: names.nameOf(pinned.row),
            artist: names.artistName(pinned.artist ?? drawnBy(pinned.row)),
          })}
      </p>
      {!lit && <p className="find-note">{t('litNothing')}</p>}
      {lit && (
        <>
          <div className="find-lit-picture">{names.thumbOf(lit.row)}</div>
          <div className="find-lit-name">
            <p>
              <b>{t('litBy', { name: names.nameOf(lit.row), artist: names.artistName(artist) })}</b>
              {artist !== drawn && <span className="find-note"> {t('litThumb', { artist: names.artistName(drawn) })}</span>}
            </p>
            <Button look="quiet" onPress={() => onFind(lit.row)}>
              {t('findLike')}
            </Button>
          </div>
          <dl className="find-lit-places tabular">
            {MAP_REPRESENTATIONS.map((way) => {
              const place = rankings?.[way].places[lit.row];
              return (
                <div key={way} data-way={way}>
                  <dt>{t(way)}</dt>
                  <dd>{place ? t('place', { place: number(place) }) : '–'}</dd>
                  {maps && nearby && <dd>{t('nearby', { all: maps.neighbours, count: nearby[way] ?? 0 })}</dd>}
                </div>
              );
            })}
          </dl>
          {maps && point === undefined && <p className="find-note">{t('notOnMaps')}</p>}
        </>
      )}
    </div>
  );
}
