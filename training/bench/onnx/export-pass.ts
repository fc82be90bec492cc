/** A forward pass as an ONNX model, read off the kernels that it runs. */
import { type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { disposeParams, uploadParams } from '../../../src/model/params';
import { countFlops } from '../flops';
import { benchInput, type ForwardPass } from '../forward-passes';
import type { OnnxPass } from '../race';
import { onnxGraph } from './graph';
import { modelBytes } from './model-bytes';
import { traceKernels } from './trace';

/** Needs the wasm backend with the fast kernels, whose layer norm is one kernel as in ONNX. */
export function exportPass(pass: ForwardPass, batch: number): OnnxPass {
  const params = uploadParams(pass.arrays);
  const x: Tensor4D = tensor4d(benchInput(pass, batch), [batch, ...pass.inputShape]);
  try {
    const flops = countFlops(() => pass.run(params, x).dispose());
    return { batch, flops, model: modelBytes(onnxGraph(traceKernels(x, () => pass.run(params, x)))) };
  } finally {
    x.dispose();
    disposeParams(params);
  }
}
