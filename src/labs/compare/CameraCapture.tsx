/** A view through the camera, from which one picture is taken. The camera is let go of as soon as the view closes. */
import { useEffect, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { compareTexts } from './texts';
import './CameraCapture.css';

export interface CameraCaptureProps {
  readonly onPicture: (photograph: Blob) => void;
  readonly onClose: () => void;
}

/** The frame now in view, as a lossless file: it then goes the way of any other image. */
function photographOf(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

export default function CameraCapture({ onPicture, onClose }: CameraCaptureProps) {
  const t = useTexts(compareTexts);
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'running' | 'refused'>('starting');

  useEffect(() => {
    let isOpen = true;
    let stream: MediaStream | undefined;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 } } });
      if (!isOpen) return stop();
      if (video.current) video.current.srcObject = stream;
    };
    start().catch(() => isOpen && setState('refused'));
    return () => {
      isOpen = false;
      stop();
    };
  }, []);

  const take = async () => {
    const photograph = video.current && (await photographOf(video.current));
    if (photograph) onPicture(photograph);
  };

  return (
    <ModalOverlay className="camera-overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="camera-modal">
        <Dialog className="camera" aria-label={t('cameraView')}>
          {state === 'refused' ? (
            <p role="alert">{t('cameraRefused')}</p>
          ) : (
            <video ref={video} autoPlay playsInline muted onLoadedData={() => setState('running')} />
          )}
          <div className="own-buttons">
            <Button look="strong" isDisabled={state !== 'running'} onPress={() => void take()}>
              {t('takePicture')}
            </Button>
            <Button onPress={onClose}>{t('cancel')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
