/** The layers whose maps a box can show. */
import type { Trace, TracedConvolution } from '../../engine/trace';
import type { NamedArray } from '../../model/types';
import { depthOf } from './arrays';
import type { MapBox } from './boxes';
import type { View } from './view';

export interface Stage {
  readonly kind: 'convolution' | 'tokens' | 'featureMaps';
  /** [S, S, C] */
  readonly maps: NamedArray;
  /** Where the layer is one. */
  readonly convolution?: TracedConvolution;
}

const convolved = (convolution: TracedConvolution): Stage => ({ kind: 'convolution', maps: convolution.output, convolution });

export function stagesOf(box: MapBox, { understanding, generation }: Trace): Stage[] {
  if (box === 'patches') return [...understanding.convolutions.map(convolved), { kind: 'tokens', maps: understanding.patches }];
  if (box === 'features') return [...generation.convolutions.map(convolved), { kind: 'featureMaps', maps: generation.features }];
  return [convolved(generation.decoder)];
}

/** Choices outlive the layers that they were made of: another grid has others. */
export const chosenStage = (box: MapBox, trace: Trace, { stages }: View): number =>
  Math.min(stages[box], stagesOf(box, trace).length - 1);

export function chosenChannel(box: MapBox, trace: Trace, view: View): number {
  const maps = stagesOf(box, trace)[chosenStage(box, trace, view)]?.maps;
  return maps ? Math.min(view.channels[box], depthOf(maps) - 1) : 0;
}
