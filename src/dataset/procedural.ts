/**
 * Pictures with the statistics of photographs and no meaning: occluding leaves, 1/f textures, gradients. They let the
 * VQ-VAE serve photographs that it was never trained on.
 *
 * Dead leaves: Lee, Mumford & Huang, "Occlusion models for natural images" (2001), radii with density r^-3; as training
 * data: Baradad et al., "Learning to see by looking at noise" (2021).
 */
import { IMAGE_SIZE } from '../model/types';
import { createPalette, type Palette, toByte } from './palette';
import { pinkNoise } from './pink-noise';
import type { Rng } from './rng';

const PIXELS = IMAGE_SIZE * IMAGE_SIZE;
const SMALLEST_LEAF = 2;
const LARGEST_LEAF = 40;

/** Share of each kind among procedural pictures; the rest are plain gradients. */
const LEAVES_SHARE = 0.4;
const TEXTURE_SHARE = 0.25;
const TEXTURED_LEAVES_SHARE = 0.25;

/** One picture of a random kind. [64·64·3] */
export function proceduralImage(rng: Rng): Uint8Array {
  const palette = createPalette(rng);
  const kind = rng.next();
  if (kind < LEAVES_SHARE) return deadLeaves(rng, palette);
  if (kind < LEAVES_SHARE + TEXTURE_SHARE) return texture(rng, palette);
  if (kind < LEAVES_SHARE + TEXTURE_SHARE + TEXTURED_LEAVES_SHARE) return roughen(deadLeaves(rng, palette), rng);
  return gradient(rng, palette);
}

/** Discs and ellipses of one palette, each shaded in one direction, painted back to front. [64·64·3] */
export function deadLeaves(rng: Rng, palette: Palette): Uint8Array {
  const image = gradient(rng, palette);
  const count = 20 + rng.int(110);
  const smallest = 1 / SMALLEST_LEAF ** 2;
  const largest = 1 / LARGEST_LEAF ** 2;
  for (let leaf = 0; leaf < count; leaf++) {
    const radius = 1 / Math.sqrt(smallest - rng.next() * (smallest - largest));
    paintLeaf(image, rng, palette.colour(rng), radius);
  }
  return image;
}

function paintLeaf(image: Uint8Array, rng: Rng, colour: readonly [number, number, number], radius: number): void {
  const centreX = (rng.next() * 1.2 - 0.1) * IMAGE_SIZE;
  const centreY = (rng.next() * 1.2 - 0.1) * IMAGE_SIZE;
  const [dirX, dirY] = direction(rng);
  const squeeze = 1 + 1.5 * rng.next() * rng.next(); // 1 is a disc, 2.5 a blade
  const shade = (20 * rng.normal()) / radius;
  const top = Math.max(0, Math.ceil(centreY - radius - 1));
  const bottom = Math.min(IMAGE_SIZE - 1, Math.floor(centreY + radius + 1));
  const left = Math.max(0, Math.ceil(centreX - radius - 1));
  const right = Math.min(IMAGE_SIZE - 1, Math.floor(centreX + radius + 1));
  const inner = radius > 0.5 ? (radius - 0.5) ** 2 : 0;
  const outer = (radius + 0.5) ** 2;
  for (let y = top; y <= bottom; y++) {
    for (let x = left, to = (y * IMAGE_SIZE + left) * 3; x <= right; x++, to += 3) {
      const along = (x - centreX) * dirX + (y - centreY) * dirY;
      const across = ((y - centreY) * dirX - (x - centreX) * dirY) * squeeze;
      const distance = along * along + across * across;
      if (distance >= outer) continue;
      const cover = distance <= inner ? 1 : radius + 0.5 - Math.sqrt(distance);
      for (let channel = 0; channel < 3; channel++) {
        const under = image[to + channel] ?? 0;
        image[to + channel] = toByte(under + cover * ((colour[channel] ?? 0) + shade * along - under));
      }
    }
  }
}

/** 1/f noise in brightness, smoother noise in hue. [64·64·3] */
export function texture(rng: Rng, palette: Palette): Uint8Array {
  const exponent = 0.9 + 0.8 * rng.next();
  const light = pinkNoise(rng, 6, exponent);
  const warm = pinkNoise(rng, 4, exponent);
  const green = pinkNoise(rng, 4, exponent);
  const image = new Uint8Array(PIXELS * 3);
  for (let i = 0; i < PIXELS; i++) {
    const [r, g, b] = palette.at(light[i] ?? 0, 0.7 * (warm[i] ?? 0), 0.7 * (green[i] ?? 0));
    image[i * 3] = toByte(r);
    image[i * 3 + 1] = toByte(g);
    image[i * 3 + 2] = toByte(b);
  }
  return image;
}

/** Modulates brightness with 1/f noise: bark, fabric, grain. */
function roughen(image: Uint8Array, rng: Rng): Uint8Array {
  const strength = 8 + 25 * rng.next();
  const noise = pinkNoise(rng, 6, 0.7 + 0.6 * rng.next());
  for (let i = 0, to = 0; i < PIXELS; i++, to += 3) {
    const lift = strength * (noise[i] ?? 0);
    image[to] = toByte((image[to] ?? 0) + lift);
    image[to + 1] = toByte((image[to + 1] ?? 0) + lift);
    image[to + 2] = toByte((image[to + 2] ?? 0) + lift);
  }
  return image;
}

/** From one colour of the palette to another, along a line or out from a point. [64·64·3] */
export function gradient(rng: Rng, palette: Palette): Uint8Array {
  const from = palette.colour(rng);
  const to = palette.colour(rng);
  const radial = rng.next() < 0.3;
  const [dirX, dirY] = direction(rng);
  const centreX = IMAGE_SIZE * rng.next();
  const centreY = IMAGE_SIZE * rng.next();
  const image = new Uint8Array(PIXELS * 3);
  for (let y = 0, at = 0; y < IMAGE_SIZE; y++) {
    for (let x = 0; x < IMAGE_SIZE; x++, at += 3) {
      const dx = x - centreX;
      const dy = y - centreY;
      const t = (radial ? Math.sqrt(dx * dx + dy * dy) : Math.abs(dx * dirX + dy * dirY)) / IMAGE_SIZE;
      image[at] = toByte(from[0] + t * (to[0] - from[0]));
      image[at + 1] = toByte(from[1] + t * (to[1] - from[1]));
      image[at + 2] = toByte(from[2] + t * (to[2] - from[2]));
    }
  }
  return image;
}

/** A random unit vector of the half plane, from square roots alone so that every engine agrees. */
function direction(rng: Rng): [number, number] {
  const t = 2 * rng.next() - 1;
  const length = 1 + t * t;
  return [(1 - t * t) / length, (2 * t) / length];
}
