/** What is shown before the reader chooses: fine enough to recognise the picture, coarse enough to see the loss. */
import type { GenerationSettings } from '../engine/protocol';

export const FIRST_SETTINGS: GenerationSettings = { grid: 16, codebook: 128 };
