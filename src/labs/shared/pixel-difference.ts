/** How much two pictures differ, pixel by pixel. */

/** Mean difference over the channels that is painted in full colour, of 255. */
export const DIFFERENCE_LIMIT = 64;

/** Mean absolute difference of each pixel over the channels, 0..255. [S·S·3], [S·S·3] -> [S·S] */
export const differences = (before: Uint8Array, after: Uint8Array): Float32Array =>
  Float32Array.from({ length: before.length / 3 }, (_, pixel) => {
    let total = 0;
    for (let c = 3 * pixel; c < 3 * pixel + 3; c++) total += Math.abs((before[c] as number) - (after[c] as number));
    return total / 3;
  });

/** Differences as opacities, full from {@link DIFFERENCE_LIMIT} on. */
export const opacitiesOf = (each: Float32Array): Float32Array =>
  each.map((difference) => Math.min(1, difference / DIFFERENCE_LIMIT));

/** How much each pixel differs, as opacities, full from {@link DIFFERENCE_LIMIT} on. [S·S·3], [S·S·3] -> [S·S] in 0..1 */
export const differenceLayer = (before: Uint8Array, after: Uint8Array): Float32Array => opacitiesOf(differences(before, after));
