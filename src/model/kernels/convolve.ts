/** A forward convolution on stretches of the heap; the gradient of the input is made of such convolutions too. */
import type { Border, Images } from './conv-geometry';
import { borderedBytes, withBorder } from './conv-geometry';
import { simdOf } from './simd/instance';
import { B_STEP, TILE_COLUMNS, TILE_ROWS } from './simd/tiles';
import { FLOAT_BYTES, type WasmBackend } from './wasm-backend';

/** A filter [height, width, C, outputs] in the heap, and the step between the places where it is applied. */
export interface Filter {
  readonly address: number;
  readonly height: number;
  readonly width: number;
  readonly outputs: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
}

/** Where output (image, y, x) goes: address + image·image + y·row + x·pixel, in bytes. */
export interface Target {
  readonly address: number;
  readonly height: number;
  readonly width: number;
  readonly image: number;
  readonly row: number;
  readonly pixel: number;
}

/** Output (y, x) is the filter applied with its corner at (y·stride, x·stride) of the images with their border; a border below 0 cuts. */
export function convolve(backend: WasmBackend, images: Images, margin: Border, filter: Filter, target: Target): void {
  const simd = simdOf(backend);
  const border = { ...margin, top: Math.max(0, margin.top), left: Math.max(0, margin.left) };
  const [cutRows, cutColumns] = [border.top - margin.top, border.left - margin.left];
  const depth = filter.height * filter.width * images.channels;
  const panels = Math.ceil(filter.outputs / TILE_COLUMNS);
  const whole = filter.outputs % TILE_COLUMNS === 0;
  const wideRow = panels * B_STEP;
  const shiftsBytes = Math.ceil(filter.height / TILE_ROWS) * TILE_ROWS * FLOAT_BYTES;
  const shifts = simd.scratch(shiftsBytes + panels * depth * B_STEP + target.width * wideRow + borderedBytes(images, border));
  const packed = shifts + shiftsBytes;
  const wide = packed + panels * depth * B_STEP;
  const hasBorder = border.top + border.bottom + border.left + border.right > 0;
  const source = hasBorder ? withBorder(simd, images, border, wide + target.width * wideRow) : images;
  const pixel = images.channels * FLOAT_BYTES;
  // A row of the filter covers neighbouring pixels, which are one stretch of memory.
  const rowShifts = Int32Array.from({ length: filter.height }, (_, i) => i * source.width * pixel);
  new Int32Array(backend.wasm.asm.memory.buffer, shifts, filter.height).set(rowShifts);
  simd.pack8(filter.address, packed, depth, panels, filter.outputs * FLOAT_BYTES, depth * B_STEP);

  const rest = [shifts, shifts + filter.height * FLOAT_BYTES, filter.width * pixel, depth * B_STEP] as const;
  const tiled = target.width - (target.width % TILE_ROWS);
  const aRow = filter.strideWidth * pixel;
  const cRow = whole ? target.pixel : wideRow;
  for (let image = 0; image < images.count; image++) {
    for (let y = 0; y < target.height; y++) {
      const from =
        source.address + ((image * source.height + y * filter.strideHeight + cutRows) * source.width + cutColumns) * pixel;
      const row = target.address + image * target.image + y * target.row;
      const to = whole ? row : wide;
      simd.rows4(from, packed, to, tiled / TILE_ROWS, panels, aRow, cRow, ...rest);
      simd.rows1(from + tiled * aRow, packed, to + tiled * cRow, target.width - tiled, panels, aRow, cRow, ...rest);
      if (!whole) simd.copyRows(wide, row, target.width, filter.outputs * FLOAT_BYTES, wideRow, target.pixel);
    }
  }
}
