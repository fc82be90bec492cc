/** Drawings as the models read them when they are measured: on white, as the page puts transparent pictures by default. */
import { prepareImage } from '../../src/dataset/prepare';
import { IMAGE_SIZE } from '../../src/model/types';
import { type Dataset, type Rendering, renderingPixels } from '../dataset';

const WHITE = [255, 255, 255] as const;

/** Pixels of one drawing, 64×64 RGB. */
export const onWhite = (dataset: Dataset, { index }: Pick<Rendering, 'index'>): Uint8Array =>
  prepareImage({ width: IMAGE_SIZE, height: IMAGE_SIZE, data: renderingPixels(dataset, index) }, { ground: WHITE }).data;
