/** Saves both encodings of what is shown, in the form that the shell's `--json` has too, with the codebook. */
import { encodingDocument } from '../../engine/encoding-document';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { pictureName } from '../shared/picture-name';
import { saveFile } from '../shared/save-file';
import { fileStem } from './downloads';
import type { Shown } from './store';
import { compareTexts } from './texts';

function save(shown: Shown): void {
  const { picture } = shown;
  const image = pictureName(picture);
  const content = JSON.stringify(encodingDocument({ image, encoding: shown, withEntries: true }), null, 1);
  saveFile(new Blob([content], { type: 'application/json' }), `${fileStem(shown)}.json`);
}

export function DownloadJson({ shown }: { readonly shown: Shown | null }) {
  const t = useTexts(compareTexts);
  return (
    <Button isDisabled={!shown} onPress={() => shown && save(shown)}>
      {t('downloadJson')}
    </Button>
  );
}
