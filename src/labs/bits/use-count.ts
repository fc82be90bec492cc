/** Counts which entries the samples' drawings choose, a few drawings at a time, with the models at hand. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { GenerationSettings } from '../../engine/protocol';
import type { RgbImage } from '../../model/types';
import type { LabHost } from '../lab';
import { readDrawings, readSamples } from '../shared/files';
import { keyOf } from './plane';
import { LAB_ID } from './store';
import { type Counts, counted, noCounts } from './usage';

/** Drawings encoded at a time. */
const AT_ONCE = 4;

export interface Count {
  readonly state: 'idle' | 'counting' | 'done' | 'failed';
  /** null before any was counted at these settings. */
  readonly counts: Counts | null;
  start(): void;
}

export function useCount(host: LabHost, settings: GenerationSettings): Count {
  const key = keyOf(settings);
  /** Kept for each setting, so that coming back costs nothing. */
  const [all, setAll] = useState<Readonly<Record<string, { readonly state: Count['state']; readonly counts: Counts }>>>({});
  const drawings = useRef<readonly RgbImage[] | null>(null);
  const wanted = useRef(key);
  useEffect(() => {
    wanted.current = key;
    return () => {
      wanted.current = '';
    };
  }, [key]);

  const start = useCallback(async () => {
    if (settings.codebook === 'inf') return;
    let counts = noCounts(settings.codebook);
    const show = (state: Count['state']) => setAll((before) => ({ ...before, [key]: { state, counts } }));
    // Abandoned half-way it counts for nothing: figures of some drawings would stand as those of all.
    const drop = () => setAll((before) => Object.fromEntries(Object.entries(before).filter(([other]) => other !== key)));
    show('counting');
    try {
      drawings.current ??= (
        await readSamples(host.fileUrl).then(({ concepts }) =>
          Promise.all(concepts.map((sample) => readDrawings(sample, host.fileUrl))),
        )
      ).flat();
      const client = await host.engine();
      while (counts.pictures < drawings.current.length) {
        if (wanted.current !== key) return drop();
        const batch = drawings.current.slice(counts.pictures, counts.pictures + AT_ONCE);
        const answer = await client.codes(LAB_ID, batch, settings);
        if (answer === 'superseded') continue;
        counts = counted(
          counts,
          answer.images.map(({ tokens }) => tokens),
        );
        show('counting');
      }
      show('done');
    } catch {
      show('failed');
    }
  }, [host, key, settings]);
  const { state = 'idle', counts = null } = all[key] ?? {};
  return { state, counts, start: () => void start() };
}
