/** Ways to bring an own image: a file or the camera. Dropping and pasting work on the whole page. */
import { type ComponentType, memo, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { CameraCaptureProps } from './CameraCapture';
import { compareTexts } from './texts';
import { useHasCamera } from './use-has-camera';
import type { OwnImageState } from './use-own-image';

const loadCamera = () => import('./CameraCapture');

interface OwnImageSourcesProps {
  readonly own: OwnImageState;
  /** The reader's image is the one in view. */
  readonly isShown: boolean;
}

export const OwnImageSources = memo(function OwnImageSources({ own, isShown }: OwnImageSourcesProps) {
  const t = useTexts(compareTexts);
  const hasCamera = useHasCamera();
  const buttons = useRef<HTMLDivElement>(null);
  /** The view through the camera while it is open; its script is fetched when it is asked for. */
  const [CameraCapture, setCameraCapture] = useState<ComponentType<CameraCaptureProps> | null>(null);
  const [isCameraMissing, setIsCameraMissing] = useState(false);
  const film = async () => {
    setIsCameraMissing(false);
    try {
      const fetched = await loadCamera();
      setCameraCapture(() => fetched.default);
    } catch {
      setIsCameraMissing(true);
    }
  };
  const stopFilming = () => setCameraCapture(null);
  const backToOwn = () => {
    own.again();
    // The button goes away: the focus goes to the one beside it.
    buttons.current?.querySelector('button')?.focus({ preventScroll: true });
  };
  const hint = isCameraMissing ? t('cameraMissing') : t('ownHint');
  const openFirst = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) own.open(file, file.name);
  };
  return (
    <div className="own-sources">
      <div ref={buttons} className="own-buttons">
        <FileTrigger acceptedFileTypes={['image/*']} onSelect={openFirst}>
          <Button look="strong">{t('upload')}</Button>
        </FileTrigger>
        {own.framed && !isShown && <Button onPress={backToOwn}>{t('backToOwn')}</Button>}
        {hasCamera && <Button onPress={() => void film()}>{t('camera')}</Button>}
      </div>
      <p className="panel-note" aria-live="polite">
        {own.reading === null ? hint : t('importing', { name: own.reading })}
      </p>
      {CameraCapture && (
        <CameraCapture
          onPicture={(photograph) => {
            stopFilming();
            own.open(photograph, t('photograph'));
          }}
          onClose={stopFilming}
        />
      )}
    </div>
  );
});
