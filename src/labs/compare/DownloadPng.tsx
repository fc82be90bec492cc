/** Saves the reconstruction, at its own size of a pixel a pixel. */
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { pngOf, saveFile } from '../shared/save-file';
import { fileStem } from './downloads';
import type { Shown } from './store';
import { compareTexts } from './texts';

export function DownloadPng({ shown }: { readonly shown: Shown }) {
  const t = useTexts(compareTexts);
  const save = async () => saveFile(await pngOf(shown.generation.reconstruction), `${fileStem(shown)}.png`);
  return (
    <Button look="quiet" label={t('downloadPng')} onPress={() => void save()}>
      ↓<span className="download-kind"> PNG</span>
    </Button>
  );
}
