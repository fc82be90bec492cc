/** What a step makes of the picture, at a glance. Decoration: the box names it, and holds it in full. */
import { useMemo } from 'react';
import { IMAGE_SIZE } from '../../model/types';
import { CodeMap } from '../../ui/CodeMap';
import { PixelImage } from '../../ui/PixelImage';
import { SignedBars } from '../../ui/SignedBars';
import { WeightLayer } from '../../ui/WeightLayer';
import { paintCode } from '../shared/paint-code';
import { ActivationMap } from './ActivationMap';
import { meanWeights } from './arithmetic';
import { channelOf, sideOf, vectorAt } from './arrays';
import type { BoxId, MapBox } from './boxes';
import { codeOf } from './code-of';
import { DistanceRow } from './DistanceRow';
import { veilOf } from './panels/HeadMaps';
import { cellAt } from './place';
import { chosenChannel, chosenStage, stagesOf } from './stages';
import type { Shown } from './store';
import type { View } from './view';

interface ThumbProps {
  readonly box: BoxId;
  readonly shown: Shown;
  readonly view: View;
}

export function Thumb({ box, shown, view }: ThumbProps) {
  const { understanding, generation } = shown.trace;
  const pixels = shown.picture.image.data;
  const patch = cellAt(view.place, sideOf(understanding.patches));
  const cell = cellAt(view.place, sideOf(generation.latents));
  switch (box) {
    case 'read':
    case 'cut':
      return <PixelImage pixels={pixels} side={IMAGE_SIZE} />;
    case 'patches':
    case 'features':
      return <MapThumb box={box} shown={shown} view={view} />;
    case 'attention': {
      const block = understanding.blocks[Math.min(view.block, understanding.blocks.length - 1)];
      const weights = block ? meanWeights(block, understanding.heads, patch) : null;
      return <VeiledThumb pixels={pixels} weights={weights} side={sideOf(understanding.patches)} />;
    }
    case 'pool':
      return (
        <VeiledThumb
          pixels={pixels}
          weights={meanWeights(understanding.pool, understanding.heads, 0)}
          side={sideOf(understanding.patches)}
        />
      );
    case 'vector':
      return <SignedBars label="" values={understanding.embedding.values} />;
    case 'distances': {
      const row = vectorAt(generation.distances, cell);
      const nearest = generation.tokens[cell] ?? 0;
      return row.length > 0 ? <DistanceRow label="" distances={row} nearest={nearest} compared={nearest} /> : <span>∞</span>;
    }
    case 'argmin':
      return <CodeThumb shown={shown} />;
    case 'entries':
      return <SignedBars label="" values={vectorAt(generation.codes, cell)} />;
    case 'decoder':
      return <PixelImage pixels={generation.reconstruction} side={IMAGE_SIZE} />;
  }
}

function MapThumb({ box, shown, view }: ThumbProps & { readonly box: MapBox }) {
  const maps = stagesOf(box, shown.trace)[chosenStage(box, shown.trace, view)]?.maps;
  const channel = chosenChannel(box, shown.trace, view);
  const values = useMemo(() => (maps ? channelOf(maps, channel) : new Float32Array()), [maps, channel]);
  return <ActivationMap values={values} side={maps ? sideOf(maps) : 1} />;
}

interface VeiledThumbProps {
  readonly pixels: Uint8Array;
  readonly weights: Float32Array | null;
  readonly side: number;
}

const VeiledThumb = ({ pixels, weights, side }: VeiledThumbProps) => (
  <PixelImage pixels={pixels} side={IMAGE_SIZE}>
    <WeightLayer className="inside-veil" weights={weights && veilOf(weights)} side={side} />
  </PixelImage>
);

function CodeThumb({ shown: { trace } }: { readonly shown: Shown }) {
  const cells = useMemo(() => paintCode(codeOf(trace), '').cells, [trace]);
  return <CodeMap label="" grid={sideOf(trace.generation.latents)} colours={cells} />;
}
