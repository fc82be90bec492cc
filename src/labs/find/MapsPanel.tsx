/** The three maps with how pure their neighbourhoods are, and what can be done with all of them. */
import { useMemo, useState } from 'react';
import { type GalleryMaps, MAP_REPRESENTATIONS } from '../../dataset/maps';
import { useNumbers } from '../../i18n/use-numbers';
import { useSentenceSpace } from '../../i18n/use-sentence-space';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { MapPointsTable } from './MapPointsTable';
import { MapView } from './MapView';
import { spreadOf } from './plots';
import { findTexts } from './texts';
import type { GalleryNames } from './use-gallery-names';
import type { LabMaps } from './use-maps';

interface MapsPanelProps {
  readonly maps: GalleryMaps;
  readonly state: LabMaps;
  readonly names: GalleryNames;
  readonly onFind: (row: number) => void;
}

export function MapsPanel({ maps, state, names, onFind }: MapsPanelProps) {
  const space = useSentenceSpace();
  const t = useTexts(findTexts);
  const number = useNumbers();
  const [isBrushing, setIsBrushing] = useState(false);
  const { brushed } = state;
  const percent = (share: number) => number(100 * share, share < 0.01 ? 2 : 1);
  const brushedConcepts = useMemo(() => new Set(brushed.map((point) => maps.points.concept[point])).size, [maps, brushed]);
  const spreads = useMemo(
    () => Object.fromEntries(MAP_REPRESENTATIONS.map((map) => [map, spreadOf(maps, map, brushed)])),
    [maps, brushed],
  );
  return (
    <>
      <div className="find-maps-tools">
        <Choice
          label={t('drag')}
          isLabelShown
          options={[
            { value: 'move', content: t('move') },
            { value: 'brush', content: t('brush') },
          ]}
          value={isBrushing ? 'brush' : 'move'}
          onChange={(value) => setIsBrushing(value === 'brush')}
        />
        {/* Read out once the rectangle is done, not at each step of the way. */}
        <span className="find-brushed tabular" role="status" aria-busy={state.isDrawing}>
          {state.area && t('brushed', { points: number(brushed.length), concepts: number(brushedConcepts) })}
        </span>
        <Button look="quiet" isDisabled={!state.area} onPress={() => state.setArea(null)}>
          {t('clearBrush')}
        </Button>
      </div>
      <div className="find-maps">
        {MAP_REPRESENTATIONS.map((map) => {
          const { purity } = maps.maps[map];
          return (
            <figure key={map} data-way={map}>
              <figcaption>
                <h4>{t(map)}</h4>
              </figcaption>
              <MapView maps={maps} map={map} state={state} isBrushing={isBrushing} onFind={onFind} />
              <dl className="find-purity tabular">
                <dt>{t('purity')}</dt>
                <dd data-figure="purity">{t('purityShare', { share: percent(purity.space.all) })}</dd>
              </dl>
              <p className="find-note tabular">
                {t('purityNote', { heldOut: percent(purity.space.heldOut), map: percent(purity.map.all) })}
              </p>
              {brushed.length > 0 && (
                <p className="find-spread tabular">{t('brushSpread', { share: number(100 * (spreads[map] ?? 0)) })}</p>
              )}
            </figure>
          );
        })}
      </div>
      <p className="find-note tabular">
        {t('purityLede', {
          count: maps.neighbours,
          ceiling: percent(maps.ceiling.all),
          chance: percent(maps.chance.all),
        })}
        {space}
        {brushed.length > 0 && t('brushSpreadNote')}
      </p>
      <MapPointsTable maps={maps} brushed={brushed} names={names} />
    </>
  );
}
