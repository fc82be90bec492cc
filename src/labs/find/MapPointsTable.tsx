/** Where each drawing lies on each map, as a table: of those brushed, or of all where none are. */
import { memo } from 'react';
import { type GalleryMaps, MAP_REPRESENTATIONS, MAP_SIDE } from '../../dataset/maps';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { ChartTable } from '../shared/ChartTable';
import { drawingAt, pointCount } from './plots';
import { findTexts } from './texts';
import type { GalleryNames } from './use-gallery-names';

interface MapPointsTableProps {
  readonly maps: GalleryMaps;
  readonly brushed: readonly number[];
  readonly names: GalleryNames;
}

/** Nothing in it changes while the reader moves over the maps. */
export const MapPointsTable = memo(function MapPointsTable({ maps, brushed, names }: MapPointsTableProps) {
  const t = useTexts(findTexts);
  const number = useNumbers();
  const isBrushed = brushed.length > 0;
  return (
    <div className="find-points">
      <ChartTable
        summary={t(isBrushed ? 'tablePointsBrushed' : 'tablePoints', {
          count: number(isBrushed ? brushed.length : pointCount(maps)),
          side: number(MAP_SIDE),
        })}
        columns={[
          t('concept'),
          t('artist'),
          ...MAP_REPRESENTATIONS.flatMap((way) => [t('mapX', { way: t(way) }), t('mapY', { way: t(way) })]),
        ]}
        rows={() => (isBrushed ? brushed : [...maps.points.concept.keys()])}
        cells={(point) => {
          const { row, artist } = drawingAt(maps, point);
          const places = MAP_REPRESENTATIONS.flatMap((way) => [maps.maps[way].x[point], maps.maps[way].y[point]]);
          return [names.nameOf(row), names.artistName(artist), ...places.map((place) => number(place as number))];
        }}
      />
    </div>
  );
});
