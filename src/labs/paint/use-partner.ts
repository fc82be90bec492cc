/** The second image: halves are taken from it, and the embedding moves towards it. */
import { useEffect, useMemo, useState } from 'react';
import { failureOf } from '../../engine/errors';
import type { LabHost, Picture, SampleChoice } from '../lab';
import { readDrawings, type Sample, type Samples } from '../shared/files';
import { useRejected } from '../shared/use-rejected';
import { rejectedPartner } from './rejected';
import type { PartnerDrawing } from './store';

export interface Partner {
  readonly sample: Sample | null;
  /** null until it has come. */
  readonly drawing: PartnerDrawing | null;
  choose(concept: string): void;
  /** Back to the one that the lab begins with. */
  reset(): void;
}

export function usePartner(host: LabHost, samples: Samples, picture: Picture): Partner {
  const rejected = useRejected(host, () => rejectedPartner(host.opened, samples));
  const [chosen, setChosen] = useState<SampleChoice | undefined>(rejected.partner ? undefined : host.opened.partner);
  const { concept, artist } = chosen ?? {};
  const own = picture.kind === 'sample' ? picture.concept : undefined;
  const sample = useMemo(
    () =>
      samples.concepts.find((candidate) => candidate.concept === concept) ??
      samples.concepts.find((candidate) => candidate.concept !== own) ??
      null,
    [samples, concept, own],
  );
  // By the first artist, unless the address names another who drew it.
  const isNamed = sample !== null && artist !== undefined && sample.concept === concept;
  const by = isNamed ? Math.max(0, sample.artists.indexOf(artist)) : 0;
  const [read, setRead] = useState<PartnerDrawing | null>(null);
  useEffect(() => {
    if (!sample) return;
    let isWanted = true;
    let withdrawFailure = () => {};
    const start = async () => {
      withdrawFailure();
      try {
        const image = (await readDrawings(sample, host.fileUrl))[by];
        if (isWanted && image) setRead({ concept: sample.concept, image });
      } catch (cause) {
        if (isWanted) withdrawFailure = host.report(failureOf(cause), () => void start());
      }
    };
    void start();
    return () => {
      isWanted = false;
      withdrawFailure();
    };
  }, [host, sample, by]);
  return {
    sample,
    drawing: read && read.concept === sample?.concept ? read : null,
    choose(next) {
      setChosen({ concept: next });
      host.share({ partner: { concept: next } });
    },
    reset() {
      setChosen(undefined);
      host.share({ partner: undefined });
    },
  };
}
