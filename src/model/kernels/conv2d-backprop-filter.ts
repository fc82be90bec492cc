/**
 * Gradient of a convolution with respect to its filter, as one matrix product a filter tap.
 *
 * dW[i, j, c, o] = Σ X[b, y·s + i − p, x·s + j − p, c] · dY[b, y, x, o]. Both are laid on one grid of Q×P cells an image,
 * X split by stride phase and transposed, dY zero outside its own area. Then tap (i, j) is X shifted by ⌊i/s⌋·P + ⌊j/s⌋
 * cells, a view at another address, times the same dY, which is packed once for all taps. The zeros at the end of a row
 * serve as the left border of the next one.
 */
import { backend_util, type Conv2DBackpropFilterAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { openGemm } from './gemm';
import { transposeMatrices } from './transpose';
import { FLOAT_BYTES, heapFloats, runKernel, type WasmBackend, type WasmKernelArguments, withShape } from './wasm-backend';

type Shape4 = [number, number, number, number];
type ConvInfo = backend_util.Conv2DInfo;

/** One axis of the common grid: `pitch` cells from one image (or row) to the next, of which taps reach `reach`. */
interface Axis {
  readonly pitch: number;
  readonly reach: number;
}
interface Grid {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Cells in all. */
  readonly length: number;
}

/** `x` [B, H, W, C], `dy` [B, H', W', O] -> gradient of the filter [h, w, C, O]. Channels last, no dilation. */
export function conv2dBackpropFilter({
  inputs: { x, dy },
  backend,
  attrs,
}: WasmKernelArguments<'x' | 'dy', Conv2DBackpropFilterAttrs>): TensorInfo {
  if (attrs.dataFormat !== 'NHWC') throw new Error(`conv2dBackpropFilter: ${attrs.dataFormat} is not supported, use NHWC`);
  const { strides, pad, dimRoundingMode, filterShape } = attrs;
  const info = backend_util.computeConv2DInfo(x.shape as Shape4, filterShape as Shape4, strides, 1, pad, dimRoundingMode);
  return isPointwise(info) ? pointwise(backend, x, dy, info) : byTaps(backend, x, dy, info);
}

function isPointwise({
  filterHeight,
  filterWidth,
  strideHeight,
  strideWidth,
  inHeight,
  inWidth,
  outHeight,
  outWidth,
}: ConvInfo): boolean {
  const single = filterHeight * filterWidth === 1 && strideHeight * strideWidth === 1;
  return single && inHeight === outHeight && inWidth === outWidth;
}

function pointwise(backend: WasmBackend, x: TensorInfo, dy: TensorInfo, info: ConvInfo): TensorInfo {
  const pixels = info.batchSize * info.inHeight * info.inWidth;
  const flat = { a: withShape(x, [1, pixels, info.inChannels]), b: withShape(dy, [1, pixels, info.outChannels]) };
  return withShape(runKernel(backend, 'BatchMatMul', flat, { transposeA: true, transposeB: false }), [...info.filterShape]);
}

function byTaps(backend: WasmBackend, x: TensorInfo, dy: TensorInfo, info: ConvInfo): TensorInfo {
  const { filterHeight, filterWidth, inChannels, outChannels, strideHeight, strideWidth } = info;
  const grid = gridOf(info);
  const { pitch } = grid.columns;
  const out = backend.makeOutput([...info.filterShape], 'float32');
  const image = phasesOf(backend, x, info, grid); // [s·s, C, length] and a tail of zeros
  const slopes = ontoGrid(backend, dy, info, grid); // [length, O]
  const [imageStart, outStart] = [image, out].map((tensor) => backend.getMemoryOffset(tensor.dataId)) as [number, number];
  const gemm = openGemm(backend, inChannels, grid.length, outChannels, backend.getMemoryOffset(slopes.dataId));
  for (let i = 0; i < filterHeight; i++) {
    for (let j = 0; j < filterWidth; j++) {
      const phase = (i % strideHeight) * strideWidth + (j % strideWidth);
      const shift = Math.floor(i / strideHeight) * pitch + Math.floor(j / strideWidth);
      const from = phase * inChannels * grid.length + shift;
      const to = (i * filterWidth + j) * inChannels * outChannels;
      gemm.multiply(imageStart + from * FLOAT_BYTES, outStart + to * FLOAT_BYTES);
    }
  }
  gemm.close();
  backend.disposeData(image.dataId);
  backend.disposeData(slopes.dataId);
  return out;
}

function gridOf(info: ConvInfo): Grid {
  const rows = axisOf(info.inHeight, info.outHeight, info.filterHeight, info.strideHeight, info.padInfo.top);
  const columns = axisOf(info.inWidth, info.outWidth, info.filterWidth, info.strideWidth, info.padInfo.left);
  const reached = ((info.batchSize - 1) * rows.pitch + rows.reach - 1) * columns.pitch + columns.reach;
  return { rows, columns, length: Math.max(info.batchSize * rows.pitch * columns.pitch, reached) };
}

/** Cell q of phase r holds x[s·q + r − p]. Cells that taps reach past the pitch must be zero here and in the neighbour. */
function axisOf(size: number, outSize: number, kernel: number, stride: number, pad: number): Axis {
  const reach = outSize + Math.ceil(kernel / stride) - 1;
  const filled = Math.min(reach, Math.ceil((size + pad) / stride));
  const zerosBefore = Math.max(0, Math.ceil((pad - stride + 1) / stride));
  return { pitch: Math.max(outSize, filled, reach - zerosBefore), reach };
}

/** [B, H, W, C] -> the stride phases on the grid, transposed: [s·s, C, length], then zeros for the longest shift. */
function phasesOf(backend: WasmBackend, x: TensorInfo, info: ConvInfo, grid: Grid): TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels, strideHeight, strideWidth, padInfo } = info;
  const phases = strideHeight * strideWidth;
  const phaseSize = grid.length * inChannels;
  const laid = backend.makeOutput([phases * phaseSize], 'float32');
  const tail = grid.rows.reach * grid.columns.pitch;
  const out = backend.makeOutput([phases * phaseSize + tail], 'float32');
  const source = heapFloats(backend, x);
  const target = heapFloats(backend, laid).fill(0);
  for (let b = 0; b < batchSize; b++) {
    for (let y = 0; y < inHeight; y++) {
      const row = Math.floor((y + padInfo.top) / strideHeight);
      if (row >= grid.rows.reach) continue; // no tap of a 'valid' convolution reaches the last rows
      const rowPhase = (y + padInfo.top) % strideHeight;
      const cells = (b * grid.rows.pitch + row) * grid.columns.pitch;
      const from = (b * inHeight + y) * inWidth * inChannels;
      // Neighbours in a row stay neighbours only without a stride.
      const run = strideWidth === 1 ? Math.min(inWidth, grid.columns.reach - padInfo.left) : 1;
      for (let column = 0; column < inWidth; column += strideWidth === 1 ? inWidth : 1) {
        const cell = Math.floor((column + padInfo.left) / strideWidth);
        if (cell >= grid.columns.reach) break;
        const phase = rowPhase * strideWidth + ((column + padInfo.left) % strideWidth);
        const start = from + column * inChannels;
        target.set(source.subarray(start, start + run * inChannels), phase * phaseSize + (cells + cell) * inChannels);
      }
    }
  }
  const [laidStart, outStart] = [laid, out].map((tensor) => backend.getMemoryOffset(tensor.dataId)) as [number, number];
  transposeMatrices(backend, laidStart, outStart, phases, grid.length, inChannels);
  heapFloats(backend, out).fill(0, phases * phaseSize);
  backend.disposeData(laid.dataId);
  return out;
}

/** [B, H', W', O] -> [length, O], zero in all other cells. */
function ontoGrid(backend: WasmBackend, dy: TensorInfo, info: ConvInfo, grid: Grid): TensorInfo {
  const { batchSize, outHeight, outWidth, outChannels } = info;
  const out = backend.makeOutput([grid.length, outChannels], 'float32');
  const source = heapFloats(backend, dy);
  const target = heapFloats(backend, out).fill(0);
  const run = outWidth * outChannels;
  for (let b = 0; b < batchSize; b++) {
    for (let y = 0; y < outHeight; y++) {
      const from = (b * outHeight + y) * run;
      target.set(source.subarray(from, from + run), (b * grid.rows.pitch + y) * grid.columns.pitch * outChannels);
    }
  }
  return out;
}
