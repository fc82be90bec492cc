/** A pass on the backend, its result on the CPU. */
import { type Tensor, tidy } from '@tensorflow/tfjs-core';

/** Runs a pass, copies its result out, frees everything. An array returned from `tidy` itself would be searched for tensors, element by element. */
export function readBack(pass: () => Tensor): Float32Array {
  const result = tidy(pass);
  const values = result.dataSync<'float32'>().slice();
  result.dispose();
  return values;
}
