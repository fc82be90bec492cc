/** The library's convolution on the vector kernels, about half again as fast as the backend's own. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type ConvAttributes, convInfoOf, type Shape4 } from './conv-geometry';
import { convolve } from './convolve';
import { FLOAT_BYTES, type WasmKernelArguments } from './wasm-backend';

/** `x` [B, H, W, C], `filter` [h, w, C, O] -> [B, H', W', O]. Channels last, no dilation. */
export function conv2d({
  inputs: { x, filter },
  backend,
  attrs,
}: WasmKernelArguments<'x' | 'filter', ConvAttributes>): TensorInfo {
  const info = convInfoOf(x.shape, filter.shape, attrs);
  const [count, height, width, outputs] = info.outShape as Shape4;
  const out = backend.makeOutput([count, height, width, outputs], 'float32');
  const [source, weights, target] = [x, filter, out].map((tensor) => backend.getMemoryOffset(tensor.dataId)) as [
    number,
    number,
    number,
  ];
  const pixel = outputs * FLOAT_BYTES;
  // Padding that no application of the filter reaches need not be made.
  const reach = (size: number, kernel: number, stride: number) => (size - 1) * stride + kernel;
  const bottom = Math.max(0, reach(height, info.filterHeight, info.strideHeight) - info.inHeight - info.padInfo.top);
  const right = Math.max(0, reach(width, info.filterWidth, info.strideWidth) - info.inWidth - info.padInfo.left);
  convolve(
    backend,
    { address: source, count, height: info.inHeight, width: info.inWidth, channels: info.inChannels },
    { top: info.padInfo.top, bottom, left: info.padInfo.left, right },
    {
      address: weights,
      height: info.filterHeight,
      width: info.filterWidth,
      outputs,
      strideHeight: info.strideHeight,
      strideWidth: info.strideWidth,
    },
    { address: target, height, width, image: height * width * pixel, row: width * pixel, pixel },
  );
  return out;
}
