/** The reader's own image: read from a file, framed, and handed to the store as a picture. */
import { type RefObject, useCallback, useRef, useState } from 'react';
import { prepareImage } from '../../dataset/prepare';
import type { LabHost, OwnImage } from '../lab';
import { type Framing, firstFraming } from './framing';
import type { OwnPicture } from './picture';

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
  open(source: Blob, name: string): void;
  frame(framing: Framing): void;
}

const pictureOf = ({ source, framing }: FramedImage): OwnPicture => ({
  kind: 'own',
  name: source.name,
  image: prepareImage(source.image, framing),
});

/**
 * @param turns counts what the reader chose to look at; an image that is read after a later choice is dropped
 * @param onPicture called with each picture made: a new image, or the same one framed anew
 */
export function useOwnImage(host: LabHost, turns: RefObject<number>, onPicture: (picture: OwnPicture) => void): OwnImageState {
  const [framed, setFramed] = useState<FramedImage | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const files = useRef(0);

  const show = useCallback(
    (next: FramedImage) => {
      turns.current += 1;
      setFramed(next);
      onPicture(pictureOf(next));
    },
    [turns, onPicture],
  );

  const open = useCallback(
    async (blob: Blob, name: string) => {
      files.current += 1;
      const file = files.current;
      const turn = turns.current;
      setReading(name);
      const source = await host.importImage(blob, name);
      if (file !== files.current) return;
      setReading(null);
      if (source && turn === turns.current) show({ source, framing: firstFraming(source.image) });
    },
    [host, turns, show],
  );

  const frame = useCallback(
    (framing: Framing) => {
      if (framed) show({ ...framed, framing });
    },
    [framed, show],
  );

  return { framed, reading, open: (blob, name) => void open(blob, name), frame };
}
