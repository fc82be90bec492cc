/** The lab once the samples are known: the change and its strength, both codes before and after, and what is left of them. */
import { useMemo } from 'react';
import { CHANGES } from '../../dataset/changes';
import { useTexts } from '../../i18n/use-texts';
import { e7Schema } from '../../results/e7';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { RangeSlider } from '../../ui/RangeSlider';
import type { LabHost, Picture } from '../lab';
import { Failure } from '../shared/Failure';
import type { Samples } from '../shared/files';
import { SamplePicker } from '../shared/SamplePicker';
import { useFinding } from '../shared/use-finding';
import { CodesCompared } from './CodesCompared';
import { Downloads } from './Downloads';
import { EvaluationNote } from './EvaluationNote';
import { countOf, otherArtists, strengthAt } from './levels';
import { RedrawChart } from './RedrawChart';
import { rowsOf } from './rows';
import { SurvivalChart } from './SurvivalChart';
import { SurvivalTable } from './SurvivalTable';
import { survivesTexts } from './texts';
import { usePlay } from './use-play';
import { type StrengthText, useStrengthText } from './use-strength-text';
import { useSurvivesStore } from './use-survives-store';

interface SurvivesBenchProps {
  readonly host: LabHost;
  readonly samples: Samples;
}

/** Those who can redraw a picture, and how its strengths are put in words. */
function useStrengths(
  picture: Picture | null,
  samples: Samples,
): { readonly artists: readonly string[]; readonly strengthText: StrengthText } {
  const artists = useMemo(() => otherArtists(picture, samples), [picture, samples]);
  const names = useMemo(
    () => artists.map((artist) => samples.attributions.find(({ id }) => id === artist)?.title ?? artist),
    [artists, samples],
  );
  return { artists, strengthText: useStrengthText(names) };
}

export function SurvivesBench({ host, samples }: SurvivesBenchProps) {
  const t = useTexts(survivesTexts);
  const lab = useSurvivesStore(host, samples);
  const { requested, shown, progress, move, choose } = lab;
  const evaluation = useFinding(e7Schema, 'e7', host);
  const found = evaluation.state === 'found' ? evaluation.result : null;

  const { artists, strengthText } = useStrengths(requested.picture, samples);
  const ofShown = useStrengths(shown?.baseline.picture ?? null, samples);
  const count = countOf(requested.change, artists);
  const play = usePlay({
    level: requested.level,
    count,
    isShown: shown?.change === requested.change && shown.level === requested.level,
    onLevel: move,
  });
  const isOwn = requested.picture?.kind === 'own';
  const options = CHANGES.filter((change) => change !== 'redraw' || artists.length > 0).map((change) => ({
    value: change,
    content: t(change),
  }));
  const trace = (shown && lab.traces[shown.change]) ?? [];
  const rows = shown ? rowsOf(shown.change, shown.baseline.settings.grid, trace, shown.baseline.unrelated, found) : [];

  return (
    <>
      <div className="survives-controls">
        <SamplePicker host={host} samples={samples} />
        <Choice
          label={t('change')}
          options={options}
          value={requested.change}
          onChange={(change) => {
            play.stop();
            choose(change);
          }}
        />
        <div className="survives-strength">
          <RangeSlider
            label={t(requested.change === 'redraw' ? 'artist' : 'strength')}
            low={0}
            high={Math.max(0, count - 1)}
            step={1}
            value={requested.level}
            onChange={(level) => {
              play.stop();
              move(level);
            }}
            textOf={(level) => strengthText(requested.change, strengthAt(requested.change, level))}
          />
          <Button look="strong" isDisabled={count < 2 || !shown} onPress={play.toggle}>
            {t(play.isPlaying ? 'stop' : 'play')}
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              play.stop();
              lab.reset();
            }}
          >
            {t('reset')}
          </Button>
        </div>
        {isOwn && <p className="survives-note">{t('redrawNote')}</p>}
      </div>

      {progress.state === 'failed' && (
        <Failure className="survives-message" again={t('tryAgain')} onAgain={lab.catchUp}>
          {t('failed')}
        </Failure>
      )}
      {!shown && progress.state !== 'failed' && <p className="survives-message">{t('waiting')}</p>}

      {shown && (
        <>
          <CodesCompared shown={shown} />
          {shown.change === 'redraw' ? (
            <RedrawChart
              rows={rows}
              artists={ofShown.artists}
              level={shown.level}
              unrelated={shown.baseline.unrelated.image}
              strengthText={ofShown.strengthText}
            />
          ) : (
            <SurvivalChart
              change={shown.change}
              level={shown.level}
              grid={shown.baseline.settings.grid}
              trace={trace}
              unrelated={shown.baseline.unrelated}
              evaluation={found}
              strengthText={ofShown.strengthText}
            />
          )}
          <EvaluationNote
            evaluation={evaluation}
            isTraced={trace.length > 1}
            change={shown.change}
            strengthText={ofShown.strengthText}
          />
          <SurvivalTable rows={rows} change={shown.change} strengthText={ofShown.strengthText} />
          <Downloads
            shown={shown}
            trace={trace}
            rows={rows}
            artists={ofShown.artists.length}
            evaluation={found}
            samples={samples}
            strengthText={ofShown.strengthText}
          />
        </>
      )}
    </>
  );
}
