/** The samples: their list, the drawings of the concept chosen, and the first picture of the page. */
import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { failureOf } from '../../engine/errors';
import type { RgbImage } from '../../model/types';
import type { LabHost, Picture, SampleChoice, SamplePicture } from '../lab';
import { readDrawings, readSamples, type Sample, type Samples } from '../shared/files';
import { findSample } from '../shared/find-sample';

export interface SamplesState {
  readonly samples: Samples | null;
  /** The drawing last asked for. */
  readonly chosen: { readonly sample: Sample; readonly artist: string } | null;
  choose(sample: Sample, artist?: string): void;
  /** Chooses what the text names; a sample that does not exist changes nothing. */
  chooseNamed(choice: SampleChoice): void;
}

/** What the page opens with: the article speaks of it. */
const FIRST = '1F431';

/**
 * @param turns counts what the reader chose to look at; a drawing that arrives after a later choice is dropped
 * @param latest the picture last shown; where another is chosen, another lab chose it
 * @param onPicture called with each drawing once its pixels are there, and whether the reader chose it
 */
export function useSamples(
  host: LabHost,
  turns: RefObject<number>,
  latest: RefObject<Picture | null>,
  onPicture: (picture: SamplePicture, isChosen: boolean) => void,
): SamplesState {
  const [samples, setSamples] = useState<Samples | null>(null);
  const [chosen, setChosen] = useState<SamplesState['chosen']>(null);
  const withdrawFailure = useRef(() => {});
  const drawings = useRef(new Map<string, Promise<RgbImage[]>>());

  const show = useCallback(
    async (sample: Sample, artist: string, isChosen: boolean) => {
      if (isChosen) turns.current += 1;
      const turn = turns.current;
      const choose = () => setChosen({ sample, artist });
      if (isChosen) choose();
      else startTransition(choose);
      const pending = drawings.current.get(sample.concept) ?? readDrawings(sample, host.fileUrl);
      drawings.current.set(sample.concept, pending);
      withdrawFailure.current();
      try {
        const image = (await pending)[sample.artists.indexOf(artist)];
        if (image && turn === turns.current) onPicture({ kind: 'sample', concept: sample.concept, artist, image }, isChosen);
      } catch (cause) {
        drawings.current.delete(sample.concept);
        if (turn === turns.current)
          withdrawFailure.current = host.report(failureOf(cause), () => void show(sample, artist, isChosen));
      }
    },
    [host, turns, onPicture],
  );

  const start = useCallback(async () => {
    withdrawFailure.current();
    try {
      const read = await readSamples(host.fileUrl);
      // In small steps, between which the page answers the reader.
      startTransition(() => setSamples(read));
      const choice = host.opened.sample;
      const named = choice && findSample(read, choice);
      if (choice && !named) host.reject({ sample: choice });
      const sample = named ?? read.concepts.find(({ concept }) => concept === FIRST) ?? read.concepts[0];
      const artist = (named && choice?.artist) ?? sample?.artists[0];
      // The reader may have brought an image before the list came; one that is still being read will take the sample's place.
      if (sample && artist && !host.chosen.get().picture) await show(sample, artist, false);
    } catch (cause) {
      withdrawFailure.current = host.report(failureOf(cause), () => void start());
    }
  }, [host, show]);

  useEffect(() => {
    void start();
    return () => withdrawFailure.current();
  }, [start]);

  // What another lab shows is chosen here too, and newer than a drawing that is still on its way.
  useEffect(
    () =>
      host.chosen.subscribe(() => {
        const { picture } = host.chosen.get();
        if (picture === latest.current) return;
        latest.current = picture;
        turns.current += 1;
        if (!samples || picture?.kind !== 'sample') return;
        const sample = findSample(samples, picture);
        if (sample) setChosen({ sample, artist: picture.artist });
      }),
    [host, samples, turns, latest],
  );

  const choose = useCallback(
    (sample: Sample, artist?: string) => {
      // The same artist as before where there is one: then only the concept changes.
      const first = artist ?? sample.artists.find((candidate) => candidate === chosen?.artist) ?? sample.artists[0];
      if (first) void show(sample, first, true);
    },
    [chosen, show],
  );
  const chooseNamed = useCallback(
    (choice: SampleChoice) => {
      const sample = samples && findSample(samples, choice);
      if (sample) choose(sample, choice.artist);
    },
    [samples, choose],
  );
  return useMemo(() => ({ samples, chosen, choose, chooseNamed }), [samples, chosen, choose, chooseNamed]);
}
