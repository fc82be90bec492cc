/** op draw: pictures decoded from any codes, also from such as no image has. */
import { lookUp } from '../../model/quantizer';
import { EngineError } from '../errors';
import type { DrawableCode, Drawings, GenerationSettings } from '../protocol';
import { identityOf } from '../stores/models';
import { entriesOf } from './generation';
import { createPasses } from './passes';
import type { Workshop } from './workshop';

/** @throws EngineError internal where there is nothing to decode, a code has not the grid's size or names an entry that the codebook has not */
export async function draw(
  { backend, models }: Workshop,
  codes: readonly DrawableCode[],
  settings: GenerationSettings,
): Promise<Drawings> {
  const { grid, codebook } = settings;
  const vqvae = await models.vqvae(grid);
  const { codeDim } = vqvae.manifest.config;
  const entries = entriesOf(vqvae, codebook); // [K·D]
  const vectors = codes.map((code) => {
    const isDrawable =
      code instanceof Uint16Array
        ? code.length === grid * grid && code.every((token) => token * codeDim < entries.length)
        : code.length === grid * grid * codeDim;
    if (!isDrawable) throw new EngineError({ code: 'internal', detail: `not a code of ${grid}×${grid} at ${codebook}` });
    return code instanceof Uint16Array ? lookUp(code, entries, codeDim) : code; // [G·G·D]
  });
  if (vectors.length === 0) throw new EngineError({ code: 'internal', detail: 'nothing to decode' });
  const drawings = await createPasses(backend, models).decodeEach(vqvae, vectors, codebook);
  return { grid, codebook, model: identityOf(vqvae), drawings };
}
