/**
 * Gradient of a convolution with respect to its filter, as one forward convolution.
 *
 * dW[i, j, c, o] = Σ_b,y,x X[b, y·s + i − p, x·s + j − p, c] · dY[b, y, x, o] is a convolution over X in which the batch
 * plays the channels, dY plays the filter and the stride becomes the dilation; the backend's forward convolution is fast.
 */
import { backend_util, type Conv2DBackpropFilterAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { heapFloats, runKernel, type WasmKernelArguments, withShape } from './wasm-backend';

type Shape4 = [number, number, number, number];

/** `x` [B, H, W, C], `dy` [B, H', W', O] -> gradient of the filter [h, w, C, O]. Channels last, no dilation. */
export function conv2dBackpropFilter({
  inputs,
  backend,
  attrs,
}: WasmKernelArguments<'x' | 'dy', Conv2DBackpropFilterAttrs>): TensorInfo {
  const { x, dy } = inputs;
  if (attrs.dataFormat !== 'NHWC') throw new Error(`conv2dBackpropFilter: ${attrs.dataFormat} is not supported, use NHWC`);
  const info = backend_util.computeConv2DInfo(
    x.shape as Shape4,
    attrs.filterShape as Shape4,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
  );
  const [h, w, c, o] = [info.filterHeight, info.filterWidth, info.inChannels, info.outChannels];

  const pointwise = h === 1 && w === 1 && info.strideHeight === 1 && info.strideWidth === 1;
  if (pointwise && info.padInfo.top === 0 && info.padInfo.left === 0 && info.outHeight === info.inHeight) {
    const pixels = info.batchSize * info.inHeight * info.inWidth;
    const flat = { a: withShape(x, [1, pixels, c]), b: withShape(dy, [1, pixels, o]) };
    const product = runKernel(backend, 'BatchMatMul', flat, { transposeA: true, transposeB: false });
    return withShape(product, [h, w, c, o]);
  }

  const image = runKernel(backend, 'Transpose', { x }, { perm: [3, 1, 2, 0] }); // [C, H, W, B]
  const filter = runKernel(backend, 'Transpose', { x: dy }, { perm: [1, 2, 0, 3] }); // [H', W', B, O]
  const { top, left } = info.padInfo;
  // A 'valid' stride that does not reach the last rows leaves an output larger than the filter: cropped below.
  const bottom = Math.max(0, h + (info.outHeight - 1) * info.strideHeight - info.inHeight - top);
  const right = Math.max(0, w + (info.outWidth - 1) * info.strideWidth - info.inWidth - left);
  const grown = runKernel(
    backend,
    'Conv2D',
    { x: image, filter },
    {
      strides: [1, 1],
      dilations: [info.strideHeight, info.strideWidth],
      pad: [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ],
      dataFormat: 'NHWC',
    },
  ); // [C, >= h, >= w, O]
  const [, grownHeight, grownWidth] = grown.shape as Shape4;
  const out = backend.makeOutput([h, w, c, o], 'float32');
  const source = heapFloats(backend, grown);
  const target = heapFloats(backend, out);
  for (let channel = 0; channel < c; channel++) {
    for (let i = 0; i < h; i++) {
      for (let j = 0; j < w; j++) {
        const from = ((channel * grownHeight + i) * grownWidth + j) * o;
        target.set(source.subarray(from, from + o), ((i * w + j) * c + channel) * o);
      }
    }
  }
  for (const temporary of [image, filter, grown]) backend.disposeData(temporary.dataId);
  return out;
}
