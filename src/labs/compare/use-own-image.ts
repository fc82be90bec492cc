/** The reader's own image: read from a file, framed, and handed to the store as a picture. */
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { prepareImage } from '../../dataset/prepare';
import { failureOf } from '../../engine/errors';
import type { LabHost, OwnImage, OwnPicture } from '../lab';
import { type Framing, firstFraming } from './framing';

/** An own image with the framing last settled on. */
export interface FramedImage {
  readonly source: OwnImage;
  readonly framing: Framing;
}

export interface OwnImageState {
  /** The image last opened; kept while samples are looked at. */
  readonly framed: FramedImage | null;
  /** Name of the file being read. */
  readonly reading: string | null;
  /** @param others files that came with it and are not opened */
  open(source: Blob, name: string, others?: number): void;
  frame(framing: Framing): void;
  /** Shows the image last opened again. */
  again(): void;
}

const pictureOf = ({ source, framing }: FramedImage): OwnPicture => ({
  kind: 'own',
  name: source.name,
  image: prepareImage(source.image, framing),
});

/**
 * @param turns counts what the reader chose to look at; an image whose reading ends after a later choice is dropped
 * @param onPicture called with each picture made: a new image, or the same one framed anew
 */
export function useOwnImage(host: LabHost, turns: RefObject<number>, onPicture: (picture: OwnPicture) => void): OwnImageState {
  const [framed, setFramed] = useState<FramedImage | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const files = useRef(0);
  const withdrawFailure = useRef(() => {});
  useEffect(() => () => withdrawFailure.current(), []);

  const show = useCallback(
    (next: FramedImage) => {
      turns.current += 1;
      setFramed(next);
      onPicture(pictureOf(next));
    },
    [turns, onPicture],
  );

  const read = useCallback(
    async (blob: Blob, name: string, others: number) => {
      files.current += 1;
      const file = files.current;
      const turn = turns.current;
      setReading(name);
      withdrawFailure.current();
      const isWanted = () => file === files.current && turn === turns.current;
      try {
        const source = await host.importImage(blob, name, { isWanted, others });
        if (source && isWanted()) show({ source, framing: firstFraming(source.image) });
      } catch (cause) {
        if (isWanted()) withdrawFailure.current = host.report(failureOf(cause), () => void read(blob, name, others));
      } finally {
        if (file === files.current) setReading(null);
      }
    },
    [host, turns, show],
  );
  const open = useCallback((blob: Blob, name: string, others = 0) => void read(blob, name, others), [read]);

  const frame = useCallback(
    (framing: Framing) => {
      if (framed) show({ ...framed, framing });
    },
    [framed, show],
  );

  const again = useCallback(() => {
    if (framed) show(framed);
  }, [framed, show]);

  return useMemo(() => ({ framed, reading, open, frame, again }), [framed, reading, open, frame, again]);
}
