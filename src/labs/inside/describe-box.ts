/** What a closed box says of its step: its name, what it does, and the shape of what it gives. */
import type { Trace, TracedConvolution } from '../../engine/trace';
import type { Translate } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { depthOf, shapeText, sideOf } from './arrays';
import type { BoxId } from './boxes';
import type { insideTexts } from './texts';

interface Description {
  readonly name: string;
  readonly note: string;
  readonly shape: string;
}

type T = Translate<typeof insideTexts.table>;

/** What the first convolution reads. */
function folded([first]: readonly TracedConvolution[], t: T): Omit<Description, 'name'> {
  const shape = first?.input.shape ?? [];
  return { note: t('foldedNote', { patch: IMAGE_SIZE / (shape[0] ?? IMAGE_SIZE) }), shape: shapeText(shape) };
}

export function describeBox(box: BoxId, trace: Trace, t: T): Description {
  const { understanding, generation, codebook } = trace;
  const isFree = codebook === 'inf';
  const name = t(box);
  switch (box) {
    case 'read':
      return { name, ...folded(understanding.convolutions, t) };
    case 'patches':
      return {
        name,
        note: t('patchesNote', { side: sideOf(understanding.patches) }),
        shape: shapeText(understanding.patches.shape),
      };
    case 'attention':
      return {
        name,
        note: t('attentionNote', { blocks: understanding.blocks.length }),
        shape: shapeText(understanding.patches.shape),
      };
    case 'pool':
      return { name, note: t('poolNote'), shape: shapeText(understanding.pool.output.shape) };
    case 'vector':
      return { name, note: t('vectorNote'), shape: shapeText(understanding.embedding.shape) };
    case 'cut':
      return { name, ...folded(generation.convolutions, t) };
    case 'features':
      return { name, note: t('featuresNote'), shape: shapeText(generation.features.shape) };
    case 'distances':
      return {
        name,
        note: isFree ? t('distancesFree') : t('distancesNote', { size: codebook }),
        shape: isFree ? shapeText(generation.latents.shape) : shapeText([...generation.latents.shape.slice(0, 2), codebook]),
      };
    case 'argmin':
      return {
        name,
        note: t(isFree ? 'argminFree' : 'argminNote'),
        shape: isFree ? '–' : shapeText(generation.latents.shape.slice(0, 2)),
      };
    case 'entries':
      return { name, note: t(isFree ? 'entriesFree' : 'entriesNote'), shape: shapeText(generation.codes.shape) };
    case 'decoder':
      return {
        name,
        note: t('decoderNote'),
        shape: shapeText([...generation.pixels.shape.slice(0, 2), depthOf(generation.pixels)]),
      };
  }
}
