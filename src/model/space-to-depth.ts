/** Pixels to patches and back: each p×p block of pixels becomes one cell (Shi et al. 2016, arXiv 1609.05158, read both ways). */
import { reshape, type Tensor4D, transpose } from '@tensorflow/tfjs-core';

/** [B, H, W, C] -> [B, H/p, W/p, p·p·C]; H and W are multiples of p. */
export function spaceToDepth(x: Tensor4D, patch: number): Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const rows = reshape(x, [(batch * height) / patch, patch, width / patch, patch * channels]);
  return reshape(transpose(rows, [0, 2, 1, 3]), [batch, height / patch, width / patch, patch * patch * channels]);
}

/** The inverse of {@link spaceToDepth}. [B, G, G', p·p·C] -> [B, G·p, G'·p, C] */
export function depthToSpace(x: Tensor4D, patch: number): Tensor4D {
  const [batch, height, width, depth] = x.shape;
  const channels = depth / (patch * patch);
  const rows = reshape(x, [batch * height, width, patch, patch * channels]);
  return reshape(transpose(rows, [0, 2, 1, 3]), [batch, height * patch, width * patch, channels]);
}
