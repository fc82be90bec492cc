/** Shows the same concept as another artist drew it. */
import { useCallback, useRef } from 'react';
import { failureOf } from '../../engine/errors';
import type { LabHost, Picture } from '../lab';
import { readDrawings, type Samples } from '../shared/files';

/** @returns undefined where nobody else drew it */
export function useOtherArtist(host: LabHost, samples: Samples, picture: Picture): (() => void) | undefined {
  const withdrawFailure = useRef(() => {});
  const sample = picture.kind === 'sample' ? samples.concepts.find(({ concept }) => concept === picture.concept) : undefined;
  const next =
    sample && picture.kind === 'sample'
      ? sample.artists[(sample.artists.indexOf(picture.artist) + 1) % sample.artists.length]
      : undefined;
  const show = useCallback(async () => {
    if (!sample || !next) return;
    withdrawFailure.current();
    // Unless the reader has gone on to another picture meanwhile.
    const isWanted = () => host.chosen.get().picture === picture;
    try {
      const image = (await readDrawings(sample, host.fileUrl))[sample.artists.indexOf(next)];
      if (image && isWanted()) host.chosen.show({ kind: 'sample', concept: sample.concept, artist: next, image });
    } catch (cause) {
      if (isWanted()) withdrawFailure.current = host.report(failureOf(cause), () => void show());
    }
  }, [host, sample, next, picture]);
  const isOther = picture.kind === 'sample' && next !== undefined && next !== picture.artist;
  return isOther ? () => void show() : undefined;
}
