/** The compare view: one picture, its two codes side by side, and what can be changed about them. */
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { GenerationSettings } from '../../engine/protocol';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { FIRST_SETTINGS } from '../first-settings';
import type { LabProps, Picture } from '../lab';
import { readGallery } from '../shared/files';
import { useFetched } from '../shared/use-fetched';
import { ControlBar } from './ControlBar';
import { GenerationPanel } from './GenerationPanel';
import { PicturePanel } from './PicturePanel';
import { SampleGallery } from './SampleGallery';
import { type CompareState, createCompareStore } from './store';
import { compareTexts } from './texts';
import { UnderstandingPanel } from './UnderstandingPanel';
import { useCell } from './use-cell';
import { useEncodingTimes } from './use-encoding-times';
import { useIncomingFiles } from './use-incoming-files';
import { useNextFrame } from './use-next-frame';
import { useOwnImage } from './use-own-image';
import { useSamples } from './use-samples';
import './CompareLab.css';
import './docked.css';

export default function CompareLab({ host }: LabProps) {
  const t = useTexts(compareTexts);
  const language = useLanguage();
  const [store] = useState(() =>
    createCompareStore({
      engine: host.engine,
      // As the page was built; what the address says comes right after.
      settings: FIRST_SETTINGS,
      language,
      onFailure: (failure) => host.report(failure, () => store.getState().catchUp()),
      now: () => performance.now(),
    }),
  );
  const { requested, shown: newest, distances, progress }: CompareState = useStore(store);
  // The first result fills the lab in small steps, between which the page answers the reader; later ones are shown at a stroke.
  const shown = useDeferredValue(newest) && newest;
  const shownCode = useNextFrame(shown !== null) ? shown : null;

  const turns = useRef(0);
  const latest = useRef(host.chosen.get().picture);
  const showPicture = useCallback(
    (picture: Picture, isChosen = true) => {
      latest.current = picture;
      if (isChosen) host.chosen.show(picture);
      else host.chosen.begin(picture);
    },
    [host],
  );
  const samples = useSamples(host, turns, latest, showPicture);
  const own = useOwnImage(host, turns, showPicture);
  // Names and pictures what the engine finds near.
  const { value: gallery } = useFetched(host, readGallery);
  const isDraggedOver = useIncomingFiles(useCallback((file, others) => own.open(file, file.name, others), [own.open]));

  const grid = shownCode?.generation.grid ?? requested.settings.grid;
  const cell = useCell(grid);
  useEncodingTimes(shownCode);
  useEffect(() => store.getState().speak(language), [store, language]);
  // Not before the page has come to life: on few cores the one would hold up the other. A failure is told as the engine's status.
  useEffect(() => void host.engine().catch(() => undefined), [host]);
  useEffect(() => host.onEngineReady(() => store.getState().catchUp()), [store, host]);
  const generation = shownCode?.generation;
  useEffect(() => {
    if (generation) store.getState().measure(cell.active);
  }, [store, generation, cell.active]);

  // Whichever lab chose it, this one shows it.
  useEffect(() => {
    const follow = () => {
      const { picture, settings } = host.chosen.get();
      store.getState().choose(settings);
      if (picture && picture !== store.getState().requested.picture) store.getState().showPicture(picture);
    };
    follow();
    return host.chosen.subscribe(follow);
  }, [store, host]);
  const choose = useCallback((changes: Partial<GenerationSettings>) => host.chosen.choose(changes), [host]);
  const { settings } = requested;
  useEffect(() => host.tell({ k: settings.codebook, grid: settings.grid }), [host, settings]);
  // Before anything else can happen: whoever sees the lab may ask.
  useLayoutEffect(
    () =>
      host.onAsked(({ k, grid, sample }) => {
        if (k || grid) choose({ ...(k ? { codebook: k } : {}), ...(grid ? { grid } : {}) });
        if (sample) samples.chooseNamed(sample);
      }),
    [host, choose, samples],
  );
  const isRunning = progress.state === 'running';
  const picture = shown?.picture ?? requested.picture;

  return (
    <div className="compare">
      <div className="compare-codes" data-shows="k grid sample">
        <PicturePanel
          picture={picture}
          shown={shown}
          activeCell={cell.active}
          samples={samples}
          own={own}
          fileUrl={host.fileUrl}
        />
        <UnderstandingPanel
          image={shown?.picture.image ?? null}
          understanding={shown?.understanding ?? null}
          gallery={gallery}
          isRunning={isRunning && requested.picture !== shown?.picture}
          fileUrl={host.fileUrl}
          isOwn={shown?.picture.kind === 'own'}
        />
        <GenerationPanel
          shown={shownCode}
          distances={distances}
          requestedGrid={requested.settings.grid}
          cell={cell}
          isRunning={isRunning}
        />
      </div>
      <ControlBar
        requested={requested.settings}
        onChange={choose}
        reconstruction={shownCode?.generation.reconstruction ?? null}
      />
      <SampleGallery samples={samples} isOwnShown={requested.picture?.kind === 'own'} fileUrl={host.fileUrl} />
      {isDraggedOver && <div className="drop-veil">{t('dropHere')}</div>}
    </div>
  );
}
