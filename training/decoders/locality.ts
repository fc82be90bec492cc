/**
 * Whether the cells of a code are local, with the same decoder for all: one cell's vector replaced by another picture's, and all vectors of a
 * picture dealt anew to its cells. What a decoder of its own does with tokens is in E8.
 */
import { psnr } from '../../src/model/metrics';
import { disposeParams, uploadParams } from '../../src/model/params';
import { LANGUAGES, type Params, type Rng } from '../../src/model/types';
import { DRAWN_CODES, type DrawnCode } from '../../src/results/e3';
import { deal, strangers } from '../experiments/e8/pictures';
import { pixelEnergies, ringShares } from '../experiments/e8/spill';
import type { FrozenEncoders } from './codes';
import { drawnFrom } from './drawn';
import type { Trained } from './measure';
import type { Drawing } from './pictures';

/** Pictures a pass. */
const BATCH = 32;
/** Cells of a picture that are replaced, one at a time. */
const SWAPS = 2;

/** Of one code. One number a change or a picture; cloneable. */
export interface Locality {
  /** Share of the squared change of the pixels that falls into the replaced cell, over changes that changed anything. */
  readonly own: readonly number[];
  /** PSNR of what is drawn from a picture's vectors in another order, dB. */
  readonly shuffled: readonly number[];
}

function localityIn(params: Params, decoder: Trained, batch: readonly Drawing[], codes: Float32Array, random: Rng): Locality {
  const { side, codeDim } = decoder.config;
  const [cells, count] = [side * side, batch.length];
  const row = (picture: number, cell: number) => (picture * cells + cell) * codeDim;
  const vector = (picture: number, cell: number) => codes.subarray(row(picture, cell), row(picture, cell) + codeDim);
  const inOrder = drawnFrom(params, decoder.config, codes, count);
  const concepts = batch.map(({ concept }) => concept);
  const own = Array.from({ length: SWAPS }, (_, swap) => {
    const swapped = codes.slice();
    const donors = strangers(concepts, random.fork('strangers', swap));
    const chosen = batch.map(() => random.int(cells));
    chosen.forEach((cell, i) => swapped.set(vector(donors[i] as number, cell), row(i, cell)));
    return drawnFrom(params, decoder.config, swapped, count).flatMap((redrawn, i) => {
      const shares = ringShares(pixelEnergies(inOrder[i] as Uint8Array, redrawn, side), chosen[i] as number);
      return shares ? [shares[0] as number] : [];
    });
  }).flat();
  const dealt = codes.slice();
  batch.forEach((_, i) => deal(cells, random).forEach((from, to) => dealt.set(vector(i, from), row(i, to))));
  const shuffled = drawnFrom(params, decoder.config, dealt, count).map((drawn, i) => psnr(batch[i]?.pixels as Uint8Array, drawn));
  return { own, shuffled };
}

/** Of every code that has cells. The cells, strangers and orders are drawn alike for codes of the same side. */
export function localities(
  { encoders, decoders }: { readonly encoders: FrozenEncoders; readonly decoders: Readonly<Record<DrawnCode, Trained>> },
  drawings: readonly Drawing[],
  random: Rng,
): ReadonlyMap<DrawnCode, Locality> {
  const withCells = DRAWN_CODES.filter((code) => decoders[code].config.side > 1);
  const uploaded = withCells.map((code) => [code, uploadParams(decoders[code].arrays)] as const);
  const found = new Map<DrawnCode, Locality>();
  for (let from = 0, to = 0; from < drawings.length; from = to) {
    // A single last one would have nobody to swap with.
    to = drawings.length - from === BATCH + 1 ? drawings.length : from + BATCH;
    const batch = drawings.slice(from, to);
    const codes = encoders.encode(batch, () => LANGUAGES.indexOf('en'));
    for (const [code, params] of uploaded) {
      const part = localityIn(params, decoders[code], batch, codes[code], random.fork('batch', from));
      const before = found.get(code);
      found.set(code, { own: [...(before?.own ?? []), ...part.own], shuffled: [...(before?.shuffled ?? []), ...part.shuffled] });
    }
  }
  for (const [, params] of uploaded) disposeParams(params);
  return found;
}
