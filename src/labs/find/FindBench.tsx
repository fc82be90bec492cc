/** The lab once the gallery is known: the question, the three orders, the three maps. */
import { useCallback, useEffect, useState } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { LabHost } from '../lab';
import { Failure } from '../shared/Failure';
import { type Gallery, readSamples, type Samples } from '../shared/files';
import { SamplePicker } from '../shared/SamplePicker';
import { saveFile } from '../shared/save-file';
import { useRejected } from '../shared/use-rejected';
import { Asked } from './Asked';
import { Columns } from './Columns';
import { DownloadPng } from './DownloadPng';
import { csvOf, fileStem, jsonOf } from './downloads';
import { FindTable } from './FindTable';
import { LitCard } from './LitCard';
import { MapsPanel } from './MapsPanel';
import { pointCount } from './plots';
import { PICTURE } from './query';
import { rejectedOf } from './rejected';
import { SearchForm } from './SearchForm';
import { findTexts } from './texts';
import { useFindStore } from './use-find-store';
import { useGalleryNames } from './use-gallery-names';
import { useMaps, useMapsFile } from './use-maps';
import { useTokenCode } from './use-token-code';

interface FindBenchProps {
  readonly host: LabHost;
  readonly gallery: Gallery;
}

export function FindBench({ host, gallery }: FindBenchProps) {
  const t = useTexts(findTexts);
  const number = useNumbers();
  useRejected(host, () => rejectedOf(host.opened, gallery));
  const { requested, shown, progress, search, catchUp } = useFindStore(host, gallery);
  const { query } = requested;
  const names = useGalleryNames(gallery, host.fileUrl, (shown?.picture ?? requested.picture)?.kind === 'own');
  const tokenCode = useTokenCode(host);
  const file = useMapsFile(host, shown?.weights ?? null);
  const maps = file.state === 'found' ? file.maps : null;
  const state = useMaps(host, maps, gallery);
  const [samples, setSamples] = useState<Samples | null>(null);
  useEffect(() => {
    // Without the samples there is still the gallery to pick from.
    readSamples(host.fileUrl).then(setSamples, () => undefined);
  }, [host]);

  const onFind = useCallback((row: number) => search({ kind: 'drawing', row }), [search]);
  const reset = () => {
    state.reset();
    search(PICTURE);
  };
  const rankings = shown?.rankings ?? null;
  const stem = shown && fileStem(shown, gallery);
  return (
    <div>
      <div className="find-controls">
        <SearchForm phrase={query.kind === 'phrase' ? query.text : ''} onSearch={(text) => search({ kind: 'phrase', text })} />
        <div>
          {samples && <SamplePicker host={host} samples={samples} />}
          <Button look="quiet" onPress={reset}>
            {t('reset')}
          </Button>
        </div>
      </div>

      {progress.state === 'failed' && (
        <Failure className="find-message" again={t('tryAgain')} onAgain={catchUp}>
          {t('failed')}
        </Failure>
      )}
      {!shown && progress.state !== 'failed' && (
        <p className="find-message">{t(progress.state === 'running' ? 'searching' : 'waiting')}</p>
      )}

      {shown && (
        <div className="find-answer" data-shows="phrase like" aria-busy={progress.state === 'running'}>
          <Asked host={host} shown={shown} names={names} onSearch={search} />
          {rankings && (
            <Columns
              shown={shown}
              rankings={rankings}
              gallery={gallery}
              names={names}
              tokenCode={tokenCode}
              lit={state.lit?.row ?? null}
              light={state.light}
              onFind={onFind}
            />
          )}
        </div>
      )}

      <div className="find-maps-head">
        <h3>{t('mapsTitle')}</h3>
        {maps && (
          <p className="find-note">
            {t('mapsLede', { concepts: number(maps.concepts.shown), points: number(pointCount(maps)) })}
          </p>
        )}
        {file.state === 'stale' && <p className="find-note">{t('mapsStale')}</p>}
        {file.state === 'failed' && (
          <Failure again={t('tryAgain')} onAgain={file.read}>
            {t('mapsFailed')}
          </Failure>
        )}
      </div>
      <LitCard maps={maps} state={state} rankings={rankings} gallery={gallery} names={names} onFind={onFind} />
      {maps && <MapsPanel maps={maps} state={state} names={names} onFind={onFind} />}

      <FindTable rankings={rankings} maps={maps} brushed={state.brushed} names={names} />
      {shown && stem && (
        <div className="find-downloads">
          {maps && <DownloadPng maps={maps} state={state} names={names} stem={stem} />}
          {rankings && <Button onPress={() => saveFile(csvOf(rankings, gallery), `${stem}.csv`)}>{t('downloadCsv')}</Button>}
          <Button onPress={() => saveFile(jsonOf(shown, gallery, maps, state), `${stem}.json`)}>{t('downloadJson')}</Button>
        </div>
      )}
    </div>
  );
}
