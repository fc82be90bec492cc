/** The second image: halves are taken from it, and the embedding moves towards it. */
import { useEffect, useMemo, useState } from 'react';
import { failureOf } from '../../engine/errors';
import type { RgbImage } from '../../model/types';
import type { LabHost, Picture } from '../lab';
import { readDrawings, type Sample, type Samples } from '../shared/files';

export interface Partner {
  readonly sample: Sample | null;
  /** null until it has come. */
  readonly image: RgbImage | null;
  choose(concept: string): void;
  /** Back to the one that the lab begins with. */
  reset(): void;
}

export function usePartner(host: LabHost, samples: Samples, picture: Picture): Partner {
  const [concept, setConcept] = useState(host.opened.partner?.concept);
  const own = picture.kind === 'sample' ? picture.concept : undefined;
  const sample = useMemo(
    () =>
      samples.concepts.find((candidate) => candidate.concept === concept) ??
      samples.concepts.find((candidate) => candidate.concept !== own) ??
      null,
    [samples, concept, own],
  );
  const [read, setRead] = useState<{ readonly sample: Sample; readonly image: RgbImage } | null>(null);
  useEffect(() => {
    if (!sample) return;
    let isWanted = true;
    const start = async () => {
      try {
        const [image] = await readDrawings(sample, host.fileUrl);
        if (isWanted && image) setRead({ sample, image });
      } catch (cause) {
        if (isWanted) host.report(failureOf(cause), () => void start());
      }
    };
    void start();
    return () => {
      isWanted = false;
    };
  }, [host, sample]);
  return {
    sample,
    image: read && read.sample === sample ? read.image : null,
    choose(chosen) {
      setConcept(chosen);
      host.share({ partner: { concept: chosen } });
    },
    reset() {
      setConcept(undefined);
      host.share({ partner: undefined });
    },
  };
}
