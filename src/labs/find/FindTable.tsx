/** What columns and maps show, as tables. */
import { memo } from 'react';
import { type GalleryMaps, MAP_REPRESENTATIONS } from '../../dataset/maps';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { TableFrame } from '../shared/TableFrame';
import type { Rankings } from './store';
import { findTexts } from './texts';
import type { GalleryNames } from './use-gallery-names';

interface FindTableProps {
  readonly rankings: Rankings | null;
  readonly maps: GalleryMaps | null;
  readonly brushed: readonly number[];
  readonly names: GalleryNames;
}

const ROWS = 20;

/** Nothing in it changes while the reader moves over the maps. */
export const FindTable = memo(function FindTable({ rankings, maps, brushed, names }: FindTableProps) {
  const t = useTexts(findTexts);
  const number = useNumbers();
  const percent = (share: number) => t('purityShare', { share: number(100 * share, 2) });
  const counts = new Map<number, number>();
  for (const point of maps ? brushed : []) {
    const row = maps?.points.concept[point] as number;
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return (
    <details className="find-table">
      <summary>{t('table')}</summary>
      <TableFrame className="find-table-frame" label={t('table')}>
        {rankings && (
          <table className="tabular">
            <caption>{t('tableResults', { count: ROWS })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('rank')}</th>
                {MAP_REPRESENTATIONS.map((way) => (
                  <th key={way} scope="col">
                    {t(way)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: ROWS }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
                <tr key={at}>
                  <th scope="row">{at + 1}</th>
                  {MAP_REPRESENTATIONS.map((way) => {
                    const row = rankings[way].order[at] ?? 0;
                    return (
                      <td key={way}>
                        {names.nameOf(row)} {number(rankings[way].scores[row] as number, 3)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {maps && (
          <table className="tabular">
            <caption>{t('tablePurity')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('representation')}</th>
                <th scope="col">{t('inSpace')}</th>
                <th scope="col">{t('inSpaceHeldOut')}</th>
                <th scope="col">{t('onMap')}</th>
                <th scope="col">{t('onMapHeldOut')}</th>
              </tr>
            </thead>
            <tbody>
              {MAP_REPRESENTATIONS.map((way) => {
                const { space, map } = maps.maps[way].purity;
                return (
                  <tr key={way}>
                    <th scope="row">{t(way)}</th>
                    <td>{percent(space.all)}</td>
                    <td>{percent(space.heldOut)}</td>
                    <td>{percent(map.all)}</td>
                    <td>{percent(map.heldOut)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        {counts.size > 0 && (
          <table className="tabular">
            <caption>{t('tableBrush')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('concept')}</th>
                <th scope="col">{t('drawings')}</th>
              </tr>
            </thead>
            <tbody>
              {[...counts]
                .sort((a, b) => b[1] - a[1] || a[0] - b[0])
                .map(([row, count]) => (
                  <tr key={row}>
                    <th scope="row">{names.nameOf(row)}</th>
                    <td>{number(count)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </TableFrame>
    </details>
  );
});
