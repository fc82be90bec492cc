/**
 * User Timing, for the browser's profiler: a measure `encode` from each thing the reader did to its result on the page,
 * and a mark `first-encoding` at the first of them.
 */
import { useEffect } from 'react';
import type { Shown } from './store';

export function useEncodingTimes(shown: Shown | null): void {
  const askedAt = shown?.askedAt;
  const settings = shown && `${shown.generation.grid}×${shown.generation.grid}, ${shown.generation.codebook}`;
  useEffect(() => {
    if (askedAt === undefined) return;
    if (performance.getEntriesByName('first-encoding', 'mark').length === 0) performance.mark('first-encoding');
    performance.measure('encode', { start: askedAt, detail: { settings } });
  }, [askedAt, settings]);
}
