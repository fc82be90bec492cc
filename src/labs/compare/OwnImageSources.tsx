/** Ways to bring an own image: a file or the camera. Dropping and pasting work on the whole page. */
import { lazy, memo, Suspense, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { compareTexts } from './texts';
import { useHasCamera } from './use-has-camera';
import type { OwnImageState } from './use-own-image';

const CameraCapture = lazy(() => import('./CameraCapture'));

interface OwnImageSourcesProps {
  readonly own: OwnImageState;
  /** The reader's image is the one in view. */
  readonly isShown: boolean;
}

export const OwnImageSources = memo(function OwnImageSources({ own, isShown }: OwnImageSourcesProps) {
  const t = useTexts(compareTexts);
  const hasCamera = useHasCamera();
  const [isFilming, setIsFilming] = useState(false);
  const openFirst = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) own.open(file, file.name);
  };
  return (
    <div className="own-sources">
      <div className="own-buttons">
        <FileTrigger acceptedFileTypes={['image/*']} onSelect={openFirst}>
          <Button look="strong">{t('upload')}</Button>
        </FileTrigger>
        {own.framed && !isShown && <Button onPress={own.again}>{t('backToOwn')}</Button>}
        {hasCamera && <Button onPress={() => setIsFilming(true)}>{t('camera')}</Button>}
      </div>
      <p className="panel-note" aria-live="polite">
        {own.reading === null ? t('ownHint') : t('importing', { name: own.reading })}
      </p>
      {isFilming && (
        <Suspense>
          <CameraCapture
            onPicture={(photograph) => {
              setIsFilming(false);
              own.open(photograph, t('photograph'));
            }}
            onClose={() => setIsFilming(false)}
          />
        </Suspense>
      )}
    </div>
  );
});
