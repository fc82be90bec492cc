/** The lab once its lists and a picture are there: drawing back, telling, and both over the evaluation set. */
import { useTexts } from '../../i18n/use-texts';
import { e2Schema } from '../../results/e2';
import { e3Schema } from '../../results/e3';
import { twoByTwoSchema } from '../../results/two-by-two';
import { Button } from '../../ui/Button';
import type { LabHost, Picture } from '../lab';
import type { Gallery, Samples } from '../shared/files';
import { SamplePicker } from '../shared/SamplePicker';
import { saveFile } from '../shared/save-file';
import { type AwaitedFinding, useFinding } from '../shared/use-finding';
import { DownloadPng } from './DownloadPng';
import { DrawBack } from './DrawBack';
import { csvOf, fileStem, jsonOf } from './downloads';
import { SwapTable } from './SwapTable';
import { TellApart } from './TellApart';
import { swapTexts } from './texts';
import { useChoices } from './use-choices';
import { useSwapStore } from './use-swap-store';

interface SwapBenchProps {
  readonly host: LabHost;
  readonly samples: Samples;
  readonly gallery: Gallery;
  readonly picture: Picture;
}

const resultOf = <Result,>(finding: AwaitedFinding<Result>): Result | null => (finding.state === 'found' ? finding.result : null);

export function SwapBench({ host, samples, gallery, picture }: SwapBenchProps) {
  const t = useTexts(swapTexts);
  const { drawn, told, catchUp } = useSwapStore(host);
  const { choices, choose, reset } = useChoices(host);
  const drawing = useFinding(e3Schema, 'e3', host);
  const telling = useFinding(e2Schema, 'e2', host);
  const table = useFinding(twoByTwoSchema, 'two-by-two', host);
  const figures = resultOf(table)?.figures;
  const drawings = drawn.shown?.picture === picture ? drawn.shown.result : null;
  return (
    <>
      <div className="swap-picker">
        <SamplePicker host={host} samples={samples} />
        <Button look="quiet" onPress={reset}>
          {t('reset')}
        </Button>
      </div>
      <DrawBack
        picture={picture}
        drawn={drawn}
        evaluation={drawing}
        view={choices.view}
        onView={(view) => choose({ view })}
        onRetry={catchUp}
      />
      <TellApart
        host={host}
        samples={samples}
        gallery={gallery}
        picture={picture}
        told={told}
        evaluation={telling}
        onRetry={catchUp}
      />
      <SwapTable finding={table} measures={choices} onMeasures={choose} />
      <div className="swap-files">
        <DownloadPng picture={picture} samples={samples} drawings={drawings} evaluation={resultOf(drawing)} />
        <Button isDisabled={!figures} onPress={() => figures && saveFile(csvOf(figures), 'two-by-two.csv')}>
          {t('downloadCsv')}
        </Button>
        <Button onPress={() => saveFile(jsonOf(picture, { drawn, told }, gallery, resultOf(table)), `${fileStem(picture)}.json`)}>
          {t('downloadJson')}
        </Button>
      </div>
    </>
  );
}
