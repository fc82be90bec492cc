/** Weight files: bytes to parameters and back, in the tfjs weights format, checked by length, hash, name and shape. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { io } from '@tensorflow/tfjs-core';
import type * as z from 'zod/mini';
import { vocabularySchema } from './contrastive/vocabulary';
import {
  type AnyManifest,
  type DecoderManifest,
  decoderManifestSchema,
  type LexiconManifest,
  lexiconManifestSchema,
  type ModelManifest,
  manifestSchema,
  type WeightEntry,
  type WeightGroup,
} from './manifest';
import { type ParamSpec, sizeOf } from './params';
import { groupSpecs } from './registry';
import type { NamedArray, ParamArrays } from './types';

export type WeightsErrorCode = 'weights-invalid' | 'weights-truncated' | 'weights-altered';

/** A manifest or weight file that is not what it should be. */
export class WeightsError extends Error {
  constructor(
    readonly code: WeightsErrorCode,
    /** The file or model concerned. */
    readonly subject: string,
    detail: string,
  ) {
    super(`${subject}: ${detail}`);
    this.name = 'WeightsError';
  }
}

/** SHA-256 in hex; pure, so that it also runs where `crypto.subtle` is withheld (pages served over plain HTTP). */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

function parsed<T>(schema: z.ZodMiniType<T>, json: unknown, subject: string): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new WeightsError('weights-invalid', subject, `${issue?.path.join('.')}: ${issue?.message}`);
}

/** Throws WeightsError 'weights-invalid' with what is wrong and where. */
export const parseManifest = (json: unknown, subject = 'manifest.json'): ModelManifest => parsed(manifestSchema, json, subject);

/** The same for a decoder's manifest. */
export const parseDecoderManifest = (json: unknown, subject = 'manifest.json'): DecoderManifest =>
  parsed(decoderManifestSchema, json, subject);

/** The same for the lexicon's manifest. */
export const parseLexiconManifest = (json: unknown, subject = 'manifest.json'): LexiconManifest =>
  parsed(lexiconManifestSchema, json, subject);

/** The words of vocabulary.json, by the order of their ids; throws WeightsError 'weights-invalid'. */
export const parseVocabulary = (json: unknown, subject = 'vocabulary.json'): string[] => parsed(vocabularySchema, json, subject);

/** The group of that name; throws WeightsError 'weights-invalid'. */
export function weightGroup(manifest: Pick<AnyManifest, 'id' | 'weightsManifest'>, name: string): WeightGroup {
  const group = manifest.weightsManifest.find((candidate) => candidate.name === name);
  if (!group) throw new WeightsError('weights-invalid', manifest.id, `no weight group ${name}`);
  return group;
}

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((side, i) => side === b[i]);

/** What of a manifest says which weights there are and how they are stored. */
type Stored = Pick<AnyManifest, 'id' | 'family' | 'config' | 'weightsManifest'>;

function checkNames(manifest: Stored, group: WeightGroup): void {
  const specs = groupSpecs(manifest)[group.name] ?? [];
  const shapes = new Map(group.weights.map(({ name, shape }) => [name, shape]));
  const wrong = specs.find(({ name, shape }) => !sameShape(shape, shapes.get(name) ?? []));
  if (wrong) throw new WeightsError('weights-invalid', manifest.id, `${wrong.name} should be [${wrong.shape}]`);
  if (shapes.size !== specs.length)
    throw new WeightsError('weights-invalid', manifest.id, `${shapes.size} tensors, ${specs.length} expected`);
}

/**
 * Checks the bytes of a file against its length and hash.
 * @throws WeightsError 'weights-truncated' or 'weights-altered'
 */
export function checkBytes(
  bytes: Uint8Array,
  expected: { readonly bytes: number; readonly sha256: string },
  subject: string,
): void {
  if (bytes.length < expected.bytes)
    throw new WeightsError('weights-truncated', subject, `${bytes.length} of ${expected.bytes} bytes`);
  if (bytes.length > expected.bytes || sha256Hex(bytes) !== expected.sha256)
    throw new WeightsError('weights-altered', subject, 'SHA-256 differs');
}

/** Parameters of one group, dequantised. @throws WeightsError */
export function decodeWeights(manifest: Stored, name: string, bytes: Uint8Array): ParamArrays {
  const group = weightGroup(manifest, name);
  checkNames(manifest, group);
  checkBytes(bytes, group, `${manifest.id}/${group.paths[0]}`);
  const tensors = io.decodeWeights(bytes.slice().buffer, group.weights as io.WeightsManifestEntry[]);
  return Object.fromEntries(
    Object.entries(tensors).map(([key, tensor]): [string, NamedArray] => {
      const array = { shape: tensor.shape, values: tensor.dataSync<'float32'>().slice() };
      tensor.dispose();
      return [key, array];
    }),
  );
}

export type Precision = 'float32' | 'float16' | 'uint8';

/** Tensors with fewer values than this stay in float16: they are biases and gains, cheap to keep and costly to coarsen. */
const SMALL = 1024;

function encodeTensor(
  { name, shape }: ParamSpec,
  { values }: NamedArray,
  precision: Precision,
  toFloat16: (values: Float32Array) => Uint8Array,
): { entry: WeightEntry; bytes: Uint8Array } {
  const base = { name, shape: [...shape], dtype: 'float32' as const };
  if (precision === 'float32') return { entry: base, bytes: new Uint8Array(values.slice().buffer) };
  if (precision === 'float16' || sizeOf(shape) < SMALL)
    return { entry: { ...base, quantization: { dtype: 'float16' } }, bytes: toFloat16(values) };
  const min = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const max = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const scale = (max - min) / 255 || 1;
  return {
    entry: { ...base, quantization: { dtype: 'uint8', min, scale } },
    bytes: Uint8Array.from(values, (value) => Math.round((value - min) / scale)),
  };
}

/** One group as a file and its manifest entry. `toFloat16` rounds to half precision, little-endian. */
export function encodeWeights(
  name: string,
  path: string,
  specs: readonly ParamSpec[],
  params: ParamArrays,
  precision: Precision,
  toFloat16: (values: Float32Array) => Uint8Array,
): { group: WeightGroup; bytes: Uint8Array } {
  const parts = specs.map((spec) => {
    const array = params[spec.name];
    if (!array) throw new Error(`no parameter named ${spec.name}`);
    return encodeTensor(spec, array, precision, toFloat16);
  });
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.bytes.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part.bytes, offset);
    offset += part.bytes.length;
  }
  return {
    group: { name, paths: [path], bytes: bytes.length, sha256: sha256Hex(bytes), weights: parts.map(({ entry }) => entry) },
    bytes,
  };
}
