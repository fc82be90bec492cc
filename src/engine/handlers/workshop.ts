/** What the handlers share: the backend, the models, the gallery and the current image. */

import type { GridSize, RgbImage } from '../../model/types';
import type { OpenBackend } from '../backends/backend';
import { EngineError } from '../errors';
import type { GenerationSettings } from '../protocol';
import type { GalleryStore } from '../stores/gallery';
import type { ModelStore } from '../stores/models';

/** What is known of the current image; on the CPU, so a lost backend does not take it away. */
export interface CurrentImage {
  readonly image: RgbImage;
  /** Unit vector. [E] */
  readonly embedding: Float32Array;
  /** Latents of every codebook size, as the model lists them, by grid. [S·G·G·D] */
  readonly latents: Map<GridSize, Float32Array>;
  /** Settings of the last reconstruction. */
  shown: GenerationSettings;
}

export interface Workshop {
  readonly models: ModelStore;
  readonly gallery: GalleryStore;
  backend: OpenBackend;
  current: CurrentImage | undefined;
}

/** @throws EngineError when nothing was encoded yet: the page asks in that order only by mistake */
export function currentImage(workshop: Workshop): CurrentImage {
  if (!workshop.current) throw new EngineError({ code: 'internal', detail: 'no current image' });
  return workshop.current;
}
