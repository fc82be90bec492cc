/** The forward passes that are timed: what the page runs for a picture, from numbers to numbers, on whatever backend is current. */
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { imageTower } from '../../src/model/contrastive/image-tower';
import type { ContrastiveManifest, VqvaeManifest } from '../../src/model/manifest';
import { GRID_SIZES, IMAGE_SIZE, type ParamArrays, type Params } from '../../src/model/types';
import type { VqvaeConfig } from '../../src/model/vqvae/config';
import { allLatents, decode, encodeTrunk } from '../../src/model/vqvae/model';

/** The codebook whose codes are decoded; the size changes nothing of the work. */
const CODEBOOK = 512;

export const PASS_IDS = [
  'understanding-encoder',
  ...GRID_SIZES.flatMap((grid) => [`encoder-${grid}`, `decoder-${grid}`] as const),
];
export type PassId = (typeof PASS_IDS)[number];

export interface ForwardPass {
  readonly id: PassId;
  readonly arrays: ParamArrays;
  /** Of one picture, without the batch. */
  readonly inputShape: readonly [number, number, number];
  run(params: Params, x: Tensor4D): Tensor;
}

export interface BenchedModels {
  readonly contrastive: { readonly manifest: Pick<ContrastiveManifest, 'config'>; readonly arrays: ParamArrays };
  readonly vqvaes: readonly { readonly manifest: Pick<VqvaeManifest, 'config'>; readonly arrays: ParamArrays }[];
}

export function forwardPasses({ contrastive, vqvaes }: BenchedModels): ForwardPass[] {
  const picture = [IMAGE_SIZE, IMAGE_SIZE, 3] as const;
  return [
    {
      id: 'understanding-encoder',
      arrays: contrastive.arrays,
      inputShape: picture,
      run: (params, x) => imageTower(params, contrastive.manifest.config, x).embedding,
    },
    ...vqvaes.flatMap(({ manifest, arrays }): ForwardPass[] => {
      const config = manifest.config as VqvaeConfig;
      const { grid, codeDim } = config;
      return [
        {
          id: `encoder-${grid}`,
          arrays,
          inputShape: picture,
          run: (params, x) => allLatents(params, config, encodeTrunk(params, config, x)),
        },
        {
          id: `decoder-${grid}`,
          arrays,
          inputShape: [grid, grid, codeDim],
          run: (params, x) => decode(params, config, x, CODEBOOK),
        },
      ];
    }),
  ];
}

/** Numbers to feed a pass, the same each time: in 0..1, none special. [B·H·W·C] */
export function benchInput({ inputShape }: ForwardPass, batch: number): Float32Array {
  const size = inputShape.reduce((product, side) => product * side, batch);
  return Float32Array.from({ length: size }, (_, i) => 0.5 + 0.5 * Math.sin(i * 0.7 + 0.1));
}
