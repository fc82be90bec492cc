/** Files of what the lab shows: every number at the place looked at, and the distances that its token came out of. */
import { pictureName, pictureStem } from '../shared/picture-name';
import { depthOf, sideOf, valueAt, vectorAt } from './arrays';
import { cellAt } from './place';
import type { Shown } from './store';
import type { View } from './view';

/** A name for files about what is shown, without an extension. */
export function fileStem({ picture, settings: { grid, codebook } }: Shown): string {
  return `${pictureStem(picture)}-inside-${grid}-${codebook}`;
}

/** A line an entry: its distance from the cell looked at, and its vector. Without a codebook only the head. */
export function csvOf({ trace: { generation } }: Shown, { place }: View): Blob {
  const { distances, entries, latents, tokens } = generation;
  const cell = cellAt(place, sideOf(latents));
  const dimensions = Array.from({ length: depthOf(latents) }, (_, i) => `e_${i + 1}`);
  const lines = Array.from(tokens.length > 0 ? vectorAt(distances, cell) : [], (distance, k) =>
    [k, distance, Number(tokens[cell] === k), ...vectorAt(entries, k)].join(','),
  );
  return new Blob([`${[['entry', 'squared_distance', 'chosen', ...dimensions].join(','), ...lines].join('\n')}\n`], {
    type: 'text/csv',
  });
}

export function jsonOf({ picture, settings, trace }: Shown, { place, block, head }: View): Blob {
  const { understanding, generation } = trace;
  const patch = cellAt(place, sideOf(understanding.patches));
  const cell = cellAt(place, sideOf(generation.latents));
  const token = generation.tokens[cell];
  const content = {
    picture: pictureName(picture),
    settings,
    models: trace.models,
    place,
    looked: { block: block + 1, head: head + 1 },
    understanding: {
      patch: patch + 1,
      convolutions: understanding.convolutions.map(({ output }) => ({
        shape: output.shape,
        here: [...vectorAt(output, cellAt(place, sideOf(output)))],
      })),
      patchToken: [...vectorAt(understanding.patches, patch)],
      blocks: understanding.blocks.map(({ weights: { shape, values }, output }) => ({
        /** Of each head, from this patch to all. */
        attention: Array.from({ length: understanding.heads }, (_, h) => {
          const [, queries = 1, keys = 1] = shape;
          const start = (h * queries + patch) * keys;
          return [...values.subarray(start, start + keys)];
        }),
        token: [...vectorAt(output, patch)],
      })),
      pool: {
        attention: Array.from({ length: understanding.heads }, (_, h) => [...vectorAt(understanding.pool.weights, h)]),
        output: [...understanding.pool.output.values],
      },
      projected: [...understanding.projection.output.values],
      embedding: [...understanding.embedding.values],
    },
    generation: {
      cell: cell + 1,
      features: [...vectorAt(generation.features, cell)],
      latent: [...vectorAt(generation.latents, cell)],
      token: token ?? null,
      distance: token === undefined ? null : valueAt(vectorAt(generation.distances, cell), token),
      code: [...vectorAt(generation.codes, cell)],
      tokens: [...generation.tokens],
      psnr: generation.psnr,
      ssim: generation.ssim,
    },
  };
  return new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' });
}
