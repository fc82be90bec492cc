/** Samples for tests that ask only who drew what. */
import type { Samples } from '../../../src/labs/shared/files';

/** @param drawn artists by concept */
export const samplesOf = (drawn: Readonly<Record<string, readonly string[]>>): Samples =>
  ({
    concepts: Object.entries(drawn).map(([concept, artists]) => ({ concept, artists })),
    attributions: [],
  }) as unknown as Samples;
