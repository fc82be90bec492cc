/** The lab at work: the settings, the pictures, both planes, and the codebook's use. */
import { useMemo, useState } from 'react';
import type { GenerationResult } from '../../engine/protocol';
import { useTexts } from '../../i18n/use-texts';
import { CODEBOOK_SIZES, GRID_SIZES } from '../../model/types';
import { e4Schema } from '../../results/e4';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { StopSlider } from '../../ui/StopSlider';
import type { LabHost } from '../lab';
import { Failure } from '../shared/Failure';
import { saveFile } from '../shared/save-file';
import { useFinding } from '../shared/use-finding';
import { scaleOf } from './axes';
import { DownloadPng } from './DownloadPng';
import { csvOf, fileStem, jsonOf } from './downloads';
import { Pictures } from './Pictures';
import { bitsOf } from './plane';
import { RatePlane } from './RatePlane';
import { RateTable } from './RateTable';
import { SetNote } from './SetNote';
import { type Measure, type PictureSet, pictureSeries, setSeries } from './series';
import { bitsTexts } from './texts';
import { UsagePanel } from './UsagePanel';
import { useBitsStore } from './use-bits-store';
import { usePointText } from './use-point-text';
import { useRivals } from './use-rivals';

/** What the page begins with. */
const FIRST = { settings: { grid: 16, codebook: 128 }, measure: 'psnr', set: 'heldOut' } as const;

export function BitsBench({ host }: { readonly host: LabHost }) {
  const t = useTexts(bitsTexts);
  const { sizeText } = usePointText();
  const { requested, shown, drawn, progress, move, catchUp } = useBitsStore(host);
  const { settings } = requested;
  const evaluation = useFinding(e4Schema, 'e4', host);
  const found = evaluation.state === 'found' ? evaluation.result : null;
  const [measure, setMeasure] = useState<Measure>(host.opened.measure ?? FIRST.measure);
  const [set, setSet] = useState<PictureSet>(host.opened.set ?? FIRST.set);
  const isFull = progress.state === 'ready' && drawn?.picture === requested.picture;
  const rivals = useRivals(host, isFull ? requested.picture : null);

  const points = useMemo(() => drawn?.points ?? new Map<string, GenerationResult>(), [drawn]);
  const own = useMemo(() => pictureSeries(points, rivals), [points, rivals]);
  const measured = useMemo(() => (found ? setSeries(found, set) : []), [found, set]);
  const scale = useMemo(() => scaleOf([...own, ...measured], measure), [own, measured, measure]);
  const ownPlane = { title: t('thisPicture'), series: own, measure, scale, settings };
  const setPlane = { title: t('setTitle', { set: t(set) }), series: measured, measure, scale, settings };
  const planes = found ? [ownPlane, setPlane] : [ownPlane];
  const stops = CODEBOOK_SIZES.map((size) => ({ mark: size === 'inf' ? '∞' : String(size), text: sizeText(size) }));

  const chooseMeasure = (next: Measure) => {
    setMeasure(next);
    host.share({ measure: next === FIRST.measure ? undefined : next });
  };
  const chooseSet = (next: PictureSet) => {
    setSet(next);
    host.share({ set: next === FIRST.set ? undefined : next });
  };
  const reset = () => {
    host.chosen.choose(FIRST.settings);
    move(FIRST.settings);
    host.share({ k: undefined, grid: undefined });
    chooseMeasure(FIRST.measure);
    chooseSet(FIRST.set);
  };

  return (
    <>
      <div className="bits-controls">
        <StopSlider
          label={t('entriesLabel')}
          stops={stops}
          index={CODEBOOK_SIZES.indexOf(settings.codebook)}
          onChange={(index) => move({ ...settings, codebook: CODEBOOK_SIZES[index] ?? settings.codebook })}
        />
        <Choice
          label={t('grid')}
          isLabelShown
          options={GRID_SIZES.map((size) => ({ value: String(size), content: `${size}×${size}` }))}
          value={String(settings.grid)}
          onChange={(value) => move({ ...settings, grid: value === '8' ? 8 : 16 })}
        />
        <Choice
          label={t('measure')}
          isLabelShown
          options={[
            { value: 'psnr', content: t('psnr') },
            { value: 'ssim', content: t('ssim') },
          ]}
          value={measure}
          onChange={chooseMeasure}
        />
        <Choice
          label={t('set')}
          isLabelShown
          options={[
            { value: 'heldOut', content: t('heldOut') },
            { value: 'photos', content: t('photos') },
          ]}
          value={set}
          onChange={chooseSet}
        />
        <Button look="quiet" onPress={reset}>
          {t('reset')}
        </Button>
      </div>

      {progress.state === 'failed' && (
        <Failure className="bits-message" again={t('tryAgain')} onAgain={catchUp}>
          {t('failed')}
        </Failure>
      )}
      {!shown && progress.state !== 'failed' && <p className="bits-message">{t('waiting')}</p>}

      {shown && (
        <>
          <div className="bits-plane" data-shows="k grid">
            <Pictures shown={shown} rivals={rivals} />
            <div className="bits-planes">
              <div>
                <RatePlane {...ownPlane} onMove={move} />
                <p className="bits-note">{t('dragHint')}</p>
              </div>
              <div>
                {found && <RatePlane {...setPlane} onMove={move} />}
                <SetNote evaluation={evaluation} series={measured} set={set} measure={measure} bits={bitsOf(settings)} />
              </div>
            </div>
          </div>
          <UsagePanel host={host} result={shown.result} evaluation={found} />
          <RateTable points={points} pictureSeries={own} setSeries={measured} set={set} evaluation={found} />
          <div className="bits-downloads">
            <DownloadPng host={host} shown={shown} rivals={rivals} planes={planes} />
            <Button onPress={() => saveFile(csvOf(own, measured, set), `${fileStem(shown)}.csv`)}>{t('downloadCsv')}</Button>
            <Button onPress={() => saveFile(jsonOf(shown, drawn, own, measured, set), `${fileStem(shown)}.json`)}>
              {t('downloadJson')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
