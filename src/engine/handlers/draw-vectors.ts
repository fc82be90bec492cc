/** op drawVectors: what the small decoder of the pooled embedding makes of any vectors, also of such as no image has. */
import { concat, reshape, tensor4d } from '@tensorflow/tfjs-core';
import { draw } from '../../model/decoder/model';
import { EngineError } from '../errors';
import type { VectorDrawings } from '../protocol';
import { identityOf } from '../stores/models';
import { readBack, toBytes, upload } from './passes';
import type { Workshop } from './workshop';

/** @throws EngineError weights-missing where the decoder is not there; internal where a vector has another length */
export async function drawVectors({ backend, models }: Workshop, vectors: readonly Float32Array[]): Promise<VectorDrawings> {
  const { decoder } = await models.decoder('pooled');
  const { config } = decoder.manifest;
  const wrong = vectors.find(({ length }) => length !== config.codeDim);
  if (wrong) throw new EngineError({ code: 'internal', detail: `a vector of ${wrong.length} for ${decoder.manifest.id}` });
  upload(backend, models, decoder);
  const values = await readBack(backend, () =>
    concat(
      // One after another, at the shapes of one.
      vectors.map((vector) => reshape(draw(models.params(decoder), config, tensor4d(vector, [1, 1, 1, config.codeDim])), [-1])),
    ),
  ); // [N·H·W·3]
  const each = values.length / vectors.length;
  return {
    model: identityOf(decoder),
    drawings: vectors.map((_, i) => toBytes(values.subarray(i * each, (i + 1) * each))),
  };
}
