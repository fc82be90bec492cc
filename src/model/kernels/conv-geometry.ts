/** What the three convolution kernels share: the convolution's sizes, and an image with its border of zeros. */
import { backend_util } from '@tensorflow/tfjs-core';
import type { Simd } from './simd/instance';
import { FLOAT_BYTES } from './wasm-backend';

export type Shape4 = [number, number, number, number];

/** An image batch [count, height, width, channels] that lies at a byte address. */
export interface Images {
  readonly address: number;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

export interface Border {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

type ConvInfo = ReturnType<typeof backend_util.computeConv2DInfo>;

/** Attributes as the library passes them to the three kernels; `dilations` only forward. */
export interface ConvAttributes {
  readonly strides: [number, number] | number;
  readonly pad: Parameters<typeof backend_util.computeConv2DInfo>[4];
  readonly dataFormat: 'NHWC' | 'NCHW';
  readonly dilations?: [number, number] | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** Sizes of a convolution of `input` [B, H, W, C] with `filter` [h, w, C, O]. Throws on channels first and on dilation. */
export function convInfoOf(input: readonly number[], filter: readonly number[], attributes: ConvAttributes): ConvInfo {
  const { strides, pad, dataFormat, dilations = 1, dimRoundingMode } = attributes;
  if (dataFormat !== 'NHWC') throw new Error(`convolution: ${dataFormat} is not supported, use NHWC`);
  const info = backend_util.computeConv2DInfo(input as Shape4, filter as Shape4, strides, dilations, pad, dimRoundingMode);
  if (info.dilationHeight !== 1 || info.dilationWidth !== 1) throw new Error('convolution: dilation is not supported');
  return info;
}

/** Bytes of the images with their border. */
export const borderedBytes = ({ count, height, width, channels }: Images, { top, bottom, left, right }: Border): number =>
  count * (height + top + bottom) * (width + left + right) * channels * FLOAT_BYTES;

/** Copies the images to `to`, surrounded by zeros. */
export function withBorder(simd: Simd, images: Images, border: Border, to: number): Images {
  const { address, count, height, width, channels } = images;
  const pixel = channels * FLOAT_BYTES;
  const bordered = {
    address: to,
    count,
    height: height + border.top + border.bottom,
    width: width + border.left + border.right,
    channels,
  };
  simd.clear(to, borderedBytes(images, border));
  for (let image = 0; image < count; image++) {
    const from = address + image * height * width * pixel;
    const start = to + ((image * bordered.height + border.top) * bordered.width + border.left) * pixel;
    simd.copyRows(from, start, height, width * pixel, width * pixel, bordered.width * pixel);
  }
  return bordered;
}
