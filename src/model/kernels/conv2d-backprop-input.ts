/**
 * Gradient of a convolution with respect to its input, as one forward convolution of dY.
 *
 * With stride s, row i of dX collects dY[q − j]·W[s·j + r] where i + p = s·q + r: each phase r is a small convolution of dY
 * itself. All s·s phases run as one convolution with s·s·C outputs, interleaved afterwards, so that no multiplication is
 * spent on the zeros that diluting dY would insert ("sub-pixel convolution", Shi et al. 2016, section 3).
 */
import { backend_util, type Conv2DBackpropInputAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { heapFloats, runKernel, type WasmBackend, type WasmKernelArguments } from './wasm-backend';

type Shape4 = [number, number, number, number];
type ConvInfo = backend_util.Conv2DInfo;

/** One spatial axis: `taps` rows of dY per output, the first output phase row `first`, and the padding of dY. */
interface Axis {
  readonly taps: number;
  readonly skip: number;
  readonly before: number;
  readonly after: number;
}

function planAxis(size: number, outSize: number, kernel: number, stride: number, pad: number): Axis {
  const taps = Math.ceil(kernel / stride);
  const first = Math.floor(pad / stride);
  const count = Math.ceil((size + pad) / stride) - first;
  const before = taps - 1 - first;
  return { taps, skip: pad - first * stride, before, after: Math.max(0, count - outSize - before + taps - 1) };
}

/** `dy` [B, H', W', O], `filter` [h, w, C, O] -> gradient of the input [B, H, W, C]. Channels last, no dilation. */
export function conv2dBackpropInput({
  inputs,
  backend,
  attrs,
}: WasmKernelArguments<'dy' | 'filter', Conv2DBackpropInputAttrs>): TensorInfo {
  const { dy, filter } = inputs;
  if (attrs.dataFormat !== 'NHWC') throw new Error(`conv2dBackpropInput: ${attrs.dataFormat} is not supported, use NHWC`);
  const info = backend_util.computeConv2DInfo(
    attrs.inputShape,
    filter.shape as Shape4,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
  );
  const rows = planAxis(info.inHeight, info.outHeight, info.filterHeight, info.strideHeight, info.padInfo.top);
  const columns = planAxis(info.inWidth, info.outWidth, info.filterWidth, info.strideWidth, info.padInfo.left);
  if (rows.before < 0 || columns.before < 0)
    throw new Error('conv2dBackpropInput: padding as wide as the filter is not supported');

  const phases = phaseFilter(backend, filter, info, rows.taps, columns.taps);
  const pad = [
    [0, 0],
    [rows.before, rows.after],
    [columns.before, columns.after],
    [0, 0],
  ];
  const phased = runKernel(
    backend,
    'Conv2D',
    { x: dy, filter: phases },
    { strides: [1, 1], dilations: [1, 1], pad, dataFormat: 'NHWC' },
  ); // [B, Q, R, s·s·C]
  backend.disposeData(phases.dataId);
  const [, phasedHeight, phasedWidth] = phased.shape as Shape4;
  if (info.strideHeight === 1 && info.strideWidth === 1 && phasedHeight === info.inHeight && phasedWidth === info.inWidth)
    return phased;

  const out = interleave(backend, phased, info, rows.skip, columns.skip);
  backend.disposeData(phased.dataId);
  return out;
}

/** Reverses the filter in space, swaps its channels and sorts its taps by phase: [h/s, w/s, O, s·s·C]. */
function phaseFilter(backend: WasmBackend, filter: TensorInfo, info: ConvInfo, tapRows: number, tapColumns: number): TensorInfo {
  const { filterHeight, filterWidth, inChannels, outChannels, strideHeight, strideWidth } = info;
  const width = strideHeight * strideWidth * inChannels;
  const out = backend.makeOutput([tapRows, tapColumns, outChannels, width], 'float32');
  const source = heapFloats(backend, filter);
  const target = heapFloats(backend, out).fill(0);
  for (let i = 0; i < filterHeight; i++) {
    const row = tapRows - 1 - Math.floor(i / strideHeight);
    for (let j = 0; j < filterWidth; j++) {
      const column = tapColumns - 1 - Math.floor(j / strideWidth);
      const phase = (i % strideHeight) * strideWidth + (j % strideWidth);
      const to = (row * tapColumns + column) * outChannels * width + phase * inChannels;
      const from = (i * filterWidth + j) * inChannels * outChannels;
      for (let c = 0; c < inChannels; c++) {
        for (let o = 0; o < outChannels; o++) target[to + o * width + c] = source[from + c * outChannels + o] as number;
      }
    }
  }
  return out;
}

/** [B, Q, R, s·s·C] -> [B, H, W, C]: phase (r, t) of cell (q, u) is pixel (s·q + r − skip, s·u + t − skip). */
function interleave(backend: WasmBackend, phased: TensorInfo, info: ConvInfo, skipRows: number, skipColumns: number): TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels, strideHeight, strideWidth } = info;
  const [, phasedHeight, phasedWidth, width] = phased.shape as Shape4;
  const out = backend.makeOutput([batchSize, inHeight, inWidth, inChannels], 'float32');
  const source = heapFloats(backend, phased);
  const target = heapFloats(backend, out);
  const run = strideWidth * inChannels;
  const rowLength = inWidth * inChannels;
  for (let b = 0; b < batchSize; b++) {
    for (let y = 0; y < inHeight; y++) {
      const q = Math.floor((y + skipRows) / strideHeight);
      const phase = (y + skipRows) % strideHeight;
      let from = (b * phasedHeight + q) * phasedWidth * width + phase * run;
      const start = (b * inHeight + y) * rowLength;
      for (let at = -skipColumns * inChannels; at < rowLength; at += run) {
        const low = Math.max(at, 0);
        const high = Math.min(at + run, rowLength);
        for (let k = low; k < high; k++) target[start + k] = source[from + k - at] as number;
        from += width;
      }
    }
  }
  return out;
}
