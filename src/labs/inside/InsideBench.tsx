/** The lab once there is something to show: the place looked at, and both encoders side by side. */
import { useDeferredValue } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { CODEBOOK_SIZES, GRID_SIZES } from '../../model/types';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { RangeSlider } from '../../ui/RangeSlider';
import type { LabHost } from '../lab';
import { saveFile } from '../shared/save-file';
import { useFetchedPictureName } from '../shared/use-picture-name';
import { BOXES, type BoxId, GENERATION_BOXES, UNDERSTANDING_BOXES } from './boxes';
import { csvOf, fileStem, jsonOf } from './downloads';
import { overviewPng } from './overview-png';
import { Pipeline } from './Pipeline';
import { PlacePicker } from './PlacePicker';
import type { InsideState, Shown } from './store';
import { insideTexts } from './texts';
import { useMeasured } from './use-measured';
import { FIRST_VIEW } from './view';

interface InsideBenchProps {
  readonly host: LabHost;
  readonly state: InsideState;
  readonly shown: Shown;
}

const GRID_OPTIONS = GRID_SIZES.map((grid) => ({ value: String(grid), content: `${grid}×${grid}` }));

export function InsideBench({ host, state, shown }: InsideBenchProps) {
  const t = useTexts(insideTexts);
  const { requested, view, look } = state;
  // What is dragged moves at once; maps and formulas follow when there is time, those of a new pass too.
  const late = useDeferredValue(view);
  const lateShown = useDeferredValue(shown);
  const measured = useMeasured(host, lateShown.settings);
  const toggle = (box: BoxId, isOpen: boolean) =>
    look({ open: BOXES.filter((id) => (id === box ? isOpen : view.open.includes(id))) });
  const pipeline = { shown: lateShown, view: late, look, measured, onToggle: toggle };
  const { grid, codebook } = requested.settings;
  const nameOf = useFetchedPictureName(host);
  const savePng = async () => {
    const subject = await nameOf(shown.picture);
    saveFile(await overviewPng(shown, view, subject, t), `${fileStem(shown)}.png`);
  };
  return (
    <>
      <div className="inside-top">
        <PlacePicker
          pixels={shown.picture.image.data}
          grid={shown.settings.grid}
          place={view.place}
          onPlace={(place) => look({ place })}
        />
        <div className="inside-controls">
          <Choice
            label={t('grid')}
            isLabelShown
            options={GRID_OPTIONS}
            value={String(grid)}
            onChange={(value) => {
              const chosen = GRID_SIZES.find((size) => String(size) === value);
              if (chosen) host.chosen.choose({ grid: chosen });
            }}
          />
          <RangeSlider
            label={t('codebook')}
            low={0}
            high={CODEBOOK_SIZES.length - 1}
            step={1}
            value={CODEBOOK_SIZES.indexOf(codebook)}
            onChange={(index) => {
              const chosen = CODEBOOK_SIZES[index];
              if (chosen !== undefined) host.chosen.choose({ codebook: chosen });
            }}
            textOf={(index) => (CODEBOOK_SIZES[index] === 'inf' ? t('noCodebook') : String(CODEBOOK_SIZES[index]))}
          />
          <div className="inside-buttons">
            <Button look="strong" onPress={() => look({ open: view.open.length < BOXES.length ? BOXES : [] })}>
              {t(view.open.length < BOXES.length ? 'openAll' : 'closeAll')}
            </Button>
            <Button look="quiet" onPress={() => look(FIRST_VIEW)}>
              {t('reset')}
            </Button>
          </div>
        </div>
      </div>
      <div className="inside-pipelines">
        <Pipeline side="understanding" boxes={UNDERSTANDING_BOXES} {...pipeline} />
        <Pipeline side="generation" boxes={GENERATION_BOXES} {...pipeline} />
      </div>
      <div className="inside-buttons">
        <Button onPress={() => void savePng()}>{t('downloadPng')}</Button>
        <Button onPress={() => saveFile(csvOf(shown, view), `${fileStem(shown)}.csv`)}>{t('downloadCsv')}</Button>
        <Button onPress={() => saveFile(jsonOf(shown, view), `${fileStem(shown)}.json`)}>{t('downloadJson')}</Button>
      </div>
    </>
  );
}
