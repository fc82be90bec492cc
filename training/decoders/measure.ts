/** Measures all drawings of one seed on a worker's share of the held-out pictures. */
import { f16round } from '@petamoriken/float16';
import type { DecoderConfig } from '../../src/model/decoder/config';
import { disposeParams, uploadParams } from '../../src/model/params';
import { LANGUAGES, type ParamArrays, type Params, type Rng, SWAP_CODES } from '../../src/model/types';
import { DRAWN_CODES, type DrawnCode, type Undrawn } from '../../src/results/e3';
import { toBytes } from '../evaluate/vqvae';
import { type FrozenEncoders, sumOfComponents } from './codes';
import { cut, drawnFrom } from './drawn';
import { type Locality, localities } from './locality';
import type { Drawing, Picture } from './pictures';
import { type Judgement, type Judges, type Likeness, likenessOf } from './score';

/** Pictures a pass. */
const BATCH = 32;
const ENGLISH = LANGUAGES.indexOf('en');

export type Source = DrawnCode | Undrawn;

/** What one worker measured of one source; `stored` is with the weights as they are shipped, in half precision. */
export interface Scores {
  readonly source: Source;
  readonly set: 'heldOut' | 'photos';
  readonly stored: boolean;
  readonly likeness: Likeness;
  /** Only of drawings that are not judged twice, and not of photographs, which have neither group nor concept. */
  readonly judgement?: Judgement;
  /** Of the same drawings, where the code has cells. */
  readonly locality?: Locality;
}

export interface Trained {
  readonly config: DecoderConfig;
  readonly arrays: ParamArrays;
}

export interface Scene {
  readonly encoders: FrozenEncoders;
  readonly decoders: Readonly<Record<DrawnCode, Trained>>;
  /** The mean training picture of each kind, 64×64 RGB. */
  readonly mean: { readonly heldOut: Uint8Array; readonly photos: Uint8Array };
  readonly judges: Judges;
}

/** One drawing of each picture by one decoder, or by none. */
interface Drawer {
  readonly source: Source;
  readonly stored: boolean;
  readonly params?: Params;
}

const halved = (arrays: ParamArrays): ParamArrays =>
  Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [name, { ...array, values: array.values.map((v) => f16round(v)) }]),
  );

/** Mean of pictures, rounded. */
export function meanPicture(pictures: readonly Picture[]): Uint8Array {
  const sums = new Float64Array(pictures[0]?.pixels.length ?? 0);
  for (const { pixels } of pictures) for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (pixels[i] as number);
  return Uint8Array.from(sums, (sum) => Math.round(sum / pictures.length));
}

function drawersOf({ decoders }: Scene): Drawer[] {
  const trained = DRAWN_CODES.map((source) => ({ source, stored: false, params: uploadParams(decoders[source].arrays) }));
  const shipped = SWAP_CODES.map((source) => ({ source, stored: true, params: uploadParams(halved(decoders[source].arrays)) }));
  return [...trained, ...shipped, { source: 'pca-sum', stored: false }, { source: 'mean-image', stored: false }];
}

/** All drawings of some pictures, by drawer. */
function drawAll(scene: Scene, set: Scores['set'], drawers: readonly Drawer[], pictures: readonly Picture[]): Uint8Array[][] {
  const drawn: Uint8Array[][] = drawers.map(() => []);
  for (let from = 0; from < pictures.length; from += BATCH) {
    const batch = pictures.slice(from, from + BATCH);
    const codes = scene.encoders.encode(batch, () => ENGLISH);
    drawers.forEach(({ source, params }, d) => {
      if (source === 'mean-image') drawn[d]?.push(...batch.map(() => scene.mean[set]));
      else if (source === 'pca-sum')
        drawn[d]?.push(...cut(toBytes(sumOfComponents(scene.encoders.components, codes.pca)), batch.length));
      else if (params) drawn[d]?.push(...drawnFrom(params, scene.decoders[source].config, codes[source], batch.length));
    });
  }
  return drawn;
}

/** One held-out drawing in so many is asked whether its cells are local. */
const THINNED = 4;

/** Scores of every source on a share of the pictures. Captions draw no photographs: these have none. */
export function measure(scene: Scene, heldOut: readonly Drawing[], photos: readonly Picture[], random: Rng): Scores[] {
  const drawers = drawersOf(scene);
  const ofDrawings = drawAll(scene, 'heldOut', drawers, heldOut);
  const ofPhotos = drawAll(scene, 'photos', drawers, photos);
  for (const { params } of drawers) if (params) disposeParams(params);
  const local: ReadonlyMap<Source, Locality> = localities(
    scene,
    heldOut.filter((_, i) => i % THINNED === 0),
    random,
  );
  return drawers.flatMap(({ source, stored }, d): Scores[] => {
    const [drawings, photographs] = [ofDrawings[d] as Uint8Array[], ofPhotos[d] as Uint8Array[]];
    const locality = local.get(source);
    const once = stored ? {} : { judgement: scene.judges.judge(heldOut, drawings), ...(locality && { locality }) };
    return [
      { source, stored, set: 'heldOut', likeness: likenessOf(heldOut, drawings), ...once },
      ...(source === 'caption' ? [] : [{ source, stored, set: 'photos' as const, likeness: likenessOf(photos, photographs) }]),
    ];
  });
}
