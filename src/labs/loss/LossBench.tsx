/** The lab once the samples are known: what can be set, the three matrices, and what is said about the chosen cell. */
import { useDeferredValue, useMemo, useState } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { Button } from '../../ui/Button';
import { PixelImage } from '../../ui/PixelImage';
import { Sprite } from '../../ui/Sprite';
import type { LabHost } from '../lab';
import { Failure } from '../shared/Failure';
import type { Samples } from '../shared/files';
import { sampleSheet, spriteIndex } from '../shared/sample-sheet';
import { saveFile } from '../shared/save-file';
import { CellReadout } from './CellReadout';
import { csvOf, fileStem, jsonOf } from './downloads';
import { framedTextOf, Legend } from './Legend';
import { LossControls } from './LossControls';
import { Matrix } from './Matrix';
import { MatrixTables } from './MatrixTables';
import { artistName, captionOf, conceptName } from './names';
import { OwnCaption } from './OwnCaption';
import { isOwn, type ShownPair } from './own-pair';
import { PairEditor } from './PairEditor';
import { pngOf } from './picture';
import { type Sides, sidesOf } from './sides';
import { lossTexts } from './texts';
import { useLossStore } from './use-loss-store';
import { useViews } from './use-views';

interface LossBenchProps {
  readonly host: LabHost;
  readonly samples: Samples;
}

/** The first false negative of a drawn batch: what is most worth a look. */
const FIRST_CELL = 1;

export function LossBench({ host, samples }: LossBenchProps) {
  const t = useTexts(lossTexts);
  const number = useNumbers();
  const language = useLanguage();
  const bench = useLossStore(host, samples);
  const { requested, shown, settings, progress } = bench;

  const [selected, setSelected] = useState(FIRST_CELL);
  const [pointed, setPointed] = useState<number | null>(null);
  const cells = (shown?.pairs.length ?? 0) ** 2;
  const inside = (cell: number) => (cell < cells ? cell : 0);
  const marks = {
    selected: inside(selected),
    active: inside(pointed ?? selected),
    select: setSelected,
    point: setPointed,
  };

  // The sliders follow the hand at once, the matrices as soon as the browser has the time: of several moves the last.
  const calmSettings = useDeferredValue(settings);
  const sides = useMemo(() => shown && sidesOf(shown, calmSettings), [shown, calmSettings]);
  const named = useMemo(() => {
    const pairs = shown?.pairs ?? [];
    const sheet = sampleSheet(samples, host.fileUrl);
    const thumb = (pair: ShownPair) => {
      if (isOwn(pair)) return <PixelImage pixels={pair.picture.image.data} side={IMAGE_SIZE} />;
      const sample = samples.concepts.find(({ concept }) => concept === pair.concept);
      return <Sprite sheet={sheet} index={sample ? spriteIndex(samples, sample, pair.artist) : 0} />;
    };
    const nameOf = (pair: ShownPair) =>
      isOwn(pair)
        ? pair.picture.name
        : t('drawnBy', { concept: conceptName(samples, pair, language), artist: artistName(samples, pair) });
    return {
      thumbs: pairs.map(thumb),
      drawings: pairs.map(nameOf),
      captions: pairs.map((pair) => captionOf(samples, pair, shown?.language ?? language)),
    };
  }, [shown, samples, host, language, t]);

  const views = useViews(sides, named);

  const row = Math.floor(marks.selected / Math.max(1, shown?.pairs.length ?? 1));
  const first = shown?.pairs[0];
  const shownOwn = first && isOwn(first) ? first : null;
  // The own picture is none of those that another could be put in place of.
  const place = row - (shownOwn ? 1 : 0);
  const pair = requested.pairs[place];
  const name = shown && fileStem(shown);

  const savePng = async ({ framed, limit }: Sides) => {
    const { temperature, bias } = calmSettings;
    const title = `${t('temperature')} ${number(temperature, 3)} · ${t('bias')} ${number(bias, 1)}`;
    const notes = [
      t('axes'),
      t('scaleOfColours', { limit: number(limit, 2) }),
      ...(framed.length > 0 ? [t(framedTextOf(calmSettings.positives))] : []),
    ];
    const file = await pngOf(
      views.map((view) => ({ ...view, title: t(view.key) })),
      named,
      framed,
      { lab: t('title'), title, notes },
    );
    saveFile(file, `${name}.png`);
  };
  return (
    <>
      <LossControls
        bench={bench}
        onReset={() => {
          setSelected(FIRST_CELL);
          bench.reset();
        }}
      />

      {requested.own && <OwnCaption own={requested.own} shown={shownOwn} onWrite={bench.write} />}

      {progress.state === 'failed' && (
        <Failure className="loss-failure" again={t('tryAgain')} onAgain={bench.catchUp}>
          {t(progress.failure.code === 'gallery-stale' ? 'failedStale' : 'failed')}
        </Failure>
      )}
      {!sides && progress.state === 'running' && <p className="loss-waiting">{t('loading')}</p>}

      {sides && (
        <>
          <div className="loss-matrices" data-shows="temperature bias positives" aria-busy={progress.state === 'running'}>
            {views.map(({ key, note, colours, names, spoken }) => (
              <Matrix
                key={key}
                title={t(key)}
                note={note}
                symbol={key === 'similarity' ? 'similarity' : undefined}
                size={sides.batch.size}
                drawings={named.thumbs}
                captions={named.captions}
                colours={colours}
                names={names}
                spoken={spoken}
                framed={sides.framed}
                marks={marks}
              />
            ))}
          </div>
          <Legend sides={sides} positives={calmSettings.positives} lead={bench.lead} />
          <CellReadout cell={marks.active} drawings={named.drawings} captions={named.captions} sides={sides} />
          {pair && <PairEditor samples={samples} pair={pair} row={row + 1} onChange={(next) => bench.change(place, next)} />}
          <MatrixTables drawings={named.drawings} captions={named.captions} sides={sides} />
          <div className="loss-downloads">
            <Button onPress={() => void savePng(sides)}>{t('downloadPng')}</Button>
            <Button onPress={() => shown && saveFile(csvOf(shown, sides), `${name}.csv`)}>{t('downloadCsv')}</Button>
            <Button onPress={() => shown && saveFile(jsonOf(samples, shown, calmSettings, sides), `${name}.json`)}>
              {t('downloadJson')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
