/**
 * Gradient of a convolution with respect to its filter, as one matrix product a tap.
 *
 * dW[i, j] = Σ_cells X[shifted by (i, j)]ᵀ · dY. The cells of dY are packed once a block; those of X are packed for each
 * tap straight from the image with its border, a row of outputs at a time.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type Border, borderedBytes, type ConvAttributes, convInfoOf, type Images, withBorder } from './conv-geometry';
import { DEPTH_BLOCK } from './gemm';
import { type Simd, simdOf } from './simd/instance';
import { A_STEP, B_STEP, TILE_COLUMNS, TILE_ROWS } from './simd/tiles';
import { FLOAT_BYTES, type WasmKernelArguments } from './wasm-backend';

type ConvInfo = ReturnType<typeof convInfoOf>;

/** `x` [B, H, W, C], `dy` [B, H', W', O] -> gradient of the filter [h, w, C, O]. Channels last, no dilation. */
export function conv2dBackpropFilter({
  inputs: { x, dy },
  backend,
  attrs,
}: WasmKernelArguments<'x' | 'dy', ConvAttributes & { readonly filterShape: readonly number[] }>): TensorInfo {
  const info = convInfoOf(x.shape, attrs.filterShape, attrs);
  const { filterHeight, filterWidth, inChannels, outChannels, outHeight, outWidth, padInfo } = info;
  const out = backend.makeOutput([filterHeight, filterWidth, inChannels, outChannels], 'float32');
  const [source, slopes, target] = [x, dy, out].map((tensor) => backend.getMemoryOffset(tensor.dataId)) as [
    number,
    number,
    number,
  ];
  const images = { address: source, count: info.batchSize, height: info.inHeight, width: info.inWidth, channels: inChannels };
  const border: Border = {
    top: padInfo.top,
    bottom: Math.max(0, (outHeight - 1) * info.strideHeight + filterHeight - info.inHeight - padInfo.top),
    left: padInfo.left,
    right: Math.max(0, (outWidth - 1) * info.strideWidth + filterWidth - info.inWidth - padInfo.left),
  };
  const simd = simdOf(backend);
  const plan = planOf(info);
  const left = simd.scratch(plan.leftBytes + plan.rightBytes + plan.sumBytes + borderedBytes(images, border));
  const right = left + plan.leftBytes;
  const wide = right + plan.rightBytes;
  const bordered = withBorder(simd, images, border, wide + plan.sumBytes);
  const sums = plan.whole ? target : wide;
  simd.clear(sums, filterHeight * filterWidth * plan.tapBytes);
  accumulate(simd, info, plan, bordered, slopes, { left, right, sums });
  for (let tap = 0; tap < filterHeight * filterWidth && !plan.whole; tap++) {
    const row = outChannels * FLOAT_BYTES;
    simd.copyRows(sums + tap * plan.tapBytes, target + tap * inChannels * row, inChannels, row, plan.cRow, row);
  }
  return out;
}

/** How the product is cut: rows of outputs in a block, panels, and the bytes that each part takes. */
interface Plan {
  readonly rowsInBlock: number;
  readonly rowPanels: number;
  readonly columnPanels: number;
  /** Whether the panels fit the filter without remainder, so that sums may be made in place. */
  readonly whole: boolean;
  readonly cRow: number;
  readonly tapBytes: number;
  readonly leftBytes: number;
  readonly rightBytes: number;
  readonly sumBytes: number;
}

function planOf({ batchSize, outHeight, outWidth, inChannels, outChannels, filterHeight, filterWidth }: ConvInfo): Plan {
  const rowsInBlock = Math.min(batchSize * outHeight, Math.max(1, Math.floor(DEPTH_BLOCK / outWidth)));
  const [rowPanels, columnPanels] = [Math.ceil(inChannels / TILE_ROWS), Math.ceil(outChannels / TILE_COLUMNS)];
  const whole = inChannels % TILE_ROWS === 0 && outChannels % TILE_COLUMNS === 0;
  const depth = rowsInBlock * outWidth;
  const cRow = columnPanels * B_STEP;
  const tapBytes = rowPanels * TILE_ROWS * cRow;
  const [leftBytes, rightBytes] = [rowPanels * depth * A_STEP, columnPanels * depth * B_STEP];
  const sumBytes = whole ? 0 : filterHeight * filterWidth * tapBytes;
  return { rowsInBlock, rowPanels, columnPanels, whole, cRow, tapBytes, leftBytes, rightBytes, sumBytes };
}

interface Buffers {
  readonly left: number;
  readonly right: number;
  readonly sums: number;
}

function accumulate(
  simd: Simd,
  info: ConvInfo,
  plan: Plan,
  images: Images,
  slopes: number,
  { left, right, sums }: Buffers,
): void {
  const { batchSize, outHeight, outWidth, outChannels, strideHeight, strideWidth, filterHeight, filterWidth } = info;
  const { rowsInBlock, rowPanels, columnPanels, cRow, tapBytes } = plan;
  const pixel = images.channels * FLOAT_BYTES;
  const allRows = batchSize * outHeight;
  for (let start = 0; start < allRows; start += rowsInBlock) {
    const rows = Math.min(rowsInBlock, allRows - start);
    const depth = rows * outWidth;
    const from = slopes + start * outWidth * outChannels * FLOAT_BYTES;
    simd.pack8(from, right, depth, columnPanels, outChannels * FLOAT_BYTES, depth * B_STEP);
    for (let i = 0; i < filterHeight; i++) {
      for (let j = 0; j < filterWidth; j++) {
        for (let row = 0; row < rows; row++) {
          const image = Math.floor((start + row) / outHeight);
          const y = ((start + row) % outHeight) * strideHeight + i;
          const cell = images.address + ((image * images.height + y) * images.width + j) * pixel;
          simd.pack4(cell, left + row * outWidth * A_STEP, outWidth, rowPanels, strideWidth * pixel, depth * A_STEP);
        }
        const to = sums + (i * filterWidth + j) * tapBytes;
        simd.tiles(left, right, to, depth, rowPanels, columnPanels, depth * A_STEP, depth * B_STEP, cRow);
      }
    }
  }
}
