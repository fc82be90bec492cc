/** What the lab shows, to take along. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { E7 } from '../../results/e7';
import { Button } from '../../ui/Button';
import type { Samples } from '../shared/files';
import { saveFile } from '../shared/save-file';
import { usePictureName } from '../shared/use-picture-name';
import { csvOf, fileStem, jsonOf } from './downloads';
import { pngOf } from './picture';
import type { TableRow } from './rows';
import type { Shown, Trace } from './store';
import { survivesTexts } from './texts';
import { useRowName } from './use-row-name';
import type { StrengthText } from './use-strength-text';

interface DownloadsProps {
  readonly shown: Shown;
  readonly trace: readonly Trace[];
  readonly rows: readonly TableRow[];
  /** How many artists can redraw. */
  readonly artists: number;
  readonly evaluation: E7 | null;
  readonly samples: Samples;
  readonly strengthText: StrengthText;
}

export function Downloads({ shown, trace, rows, artists, evaluation, samples, strengthText }: DownloadsProps) {
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  const rowName = useRowName(shown.change, strengthText);
  const subject = usePictureName(samples)(shown.baseline.picture);
  const stem = fileStem(shown);

  const savePng = async () => {
    const words = { t, number, strengthText, rowName };
    saveFile(await pngOf({ shown, trace, rows, artists, evaluation, subject, words }), `${stem}.png`);
  };
  return (
    <div className="survives-downloads">
      <Button onPress={() => void savePng()}>{t('downloadPng')}</Button>
      <Button onPress={() => saveFile(csvOf(shown, rows), `${stem}.csv`)}>{t('downloadCsv')}</Button>
      <Button onPress={() => saveFile(jsonOf(shown, rows), `${stem}.json`)}>{t('downloadJson')}</Button>
    </div>
  );
}
