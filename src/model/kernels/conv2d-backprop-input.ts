/**
 * Gradient of a convolution with respect to its input, as forward convolutions of dY.
 *
 * With stride s, row i of dX collects dY[q − j]·W[s·j + r] where i + p = s·q + r. So each phase (r, t) of the rows and
 * columns is a small convolution of dY with every s-th tap, written to every s-th pixel ("sub-pixel convolution",
 * Shi et al. 2016, arXiv 1609.05158): no multiplication is spent on zeros between the elements of dY.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type ConvAttributes, convInfoOf } from './conv-geometry';
import { convolve } from './convolve';
import { simdOf } from './simd/instance';
import { FLOAT_BYTES, heapFloats, type WasmBackend, type WasmKernelArguments } from './wasm-backend';

type ConvInfo = ReturnType<typeof convInfoOf>;

/** One phase of one axis: which pixels it makes, from which taps, and the border that dY needs (below 0: what is cut). */
interface Phase {
  readonly remainder: number;
  readonly taps: number;
  /** First pixel and their number; the others follow at the stride. */
  readonly first: number;
  readonly count: number;
  readonly before: number;
  readonly after: number;
}

function phasesOf(size: number, outSize: number, kernel: number, stride: number, pad: number): Phase[] {
  return Array.from({ length: Math.min(stride, kernel) }, (_, remainder) => {
    const taps = Math.ceil((kernel - remainder) / stride);
    const from = Math.ceil((pad - remainder) / stride);
    const to = Math.floor((size - 1 + pad - remainder) / stride);
    const before = taps - 1 - from;
    return {
      remainder,
      taps,
      first: stride * from + remainder - pad,
      count: to - from + 1,
      before,
      after: Math.max(0, to - outSize + 1),
    };
  }).filter(({ count }) => count > 0);
}

/** `dy` [B, H', W', O], `filter` [h, w, C, O] -> gradient of the input [B, H, W, C]. Channels last, no dilation. */
export function conv2dBackpropInput({
  inputs: { dy, filter },
  backend,
  attrs,
}: WasmKernelArguments<'dy' | 'filter', ConvAttributes & { readonly inputShape: readonly number[] }>): TensorInfo {
  const info = convInfoOf(attrs.inputShape, filter.shape, attrs);
  const { batchSize: count, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, strideHeight, strideWidth } = info;
  const out = backend.makeOutput([count, inHeight, inWidth, inChannels], 'float32');
  const taps = backend.makeOutput([info.filterHeight, info.filterWidth, inChannels, outChannels], 'float32');
  const [source, weights, target] = [dy, taps, out].map((tensor) => backend.getMemoryOffset(tensor.dataId)) as [
    number,
    number,
    number,
  ];
  const pixel = inChannels * FLOAT_BYTES;
  if (strideHeight > info.filterHeight || strideWidth > info.filterWidth)
    simdOf(backend).clear(target, count * inHeight * inWidth * pixel);
  for (const rows of phasesOf(inHeight, outHeight, info.filterHeight, strideHeight, info.padInfo.top)) {
    for (const columns of phasesOf(inWidth, outWidth, info.filterWidth, strideWidth, info.padInfo.left)) {
      phaseFilter(backend, filter, taps, info, rows, columns);
      convolve(
        backend,
        { address: source, count, height: outHeight, width: outWidth, channels: outChannels },
        { top: rows.before, bottom: rows.after, left: columns.before, right: columns.after },
        { address: weights, height: rows.taps, width: columns.taps, outputs: inChannels, strideHeight: 1, strideWidth: 1 },
        {
          address: target + (rows.first * inWidth + columns.first) * pixel,
          height: rows.count,
          width: columns.count,
          image: inHeight * inWidth * pixel,
          row: strideHeight * inWidth * pixel,
          pixel: strideWidth * pixel,
        },
      );
    }
  }
  backend.disposeData(taps.dataId);
  return out;
}

/** The taps of one phase, reversed in space and with their channels swapped, at the start of `taps`: [rows, columns, O, C]. */
function phaseFilter(
  backend: WasmBackend,
  filter: TensorInfo,
  taps: TensorInfo,
  info: ConvInfo,
  rows: Phase,
  columns: Phase,
): void {
  const { filterWidth, inChannels, outChannels, strideHeight, strideWidth } = info;
  const source = heapFloats(backend, filter);
  const target = heapFloats(backend, taps);
  let to = 0;
  for (let i = rows.taps - 1; i >= 0; i--) {
    for (let j = columns.taps - 1; j >= 0; j--) {
      const tap = (i * strideHeight + rows.remainder) * filterWidth + j * strideWidth + columns.remainder;
      const from = tap * inChannels * outChannels;
      for (let o = 0; o < outChannels; o++) {
        for (let c = 0; c < inChannels; c++) target[to++] = source[from + c * outChannels + o] as number;
      }
    }
  }
}
