/**
 * Embeddings that each training concept had when it last came: what a batch is compared with beyond itself (cross-batch memory,
 * arXiv 1912.06798, §3.3). A concept comes about every sixteenth step, or every twenty-first where icons
 * take a quarter of the rows, so what is remembered is hardly older than the weights.
 */
import { type Tensor1D, type Tensor2D, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { NamedArray, ParamArrays } from '../types';

const KINDS = ['drawings', 'captions'] as const;
type Kind = (typeof KINDS)[number];

/** Of each kind, for every concept: its two drawings, or its two captions, in the batch that it last came in. */
const SLOTS = 2;

/** Added to the logit of a row that was not seen yet; softmax then gives it no share. */
const SILENT = -1e4;

/** Embeddings of one batch. */
interface Seen {
  readonly kind: Kind;
  /** Concept of each row; each occurs twice. [N] */
  readonly concepts: Int32Array;
  /** [N·E] */
  readonly values: Float32Array;
}

/** Embeddings from earlier batches. */
export interface Remembered {
  /** [2·C, E] */
  readonly embeddings: Tensor2D;
  /** Concept of each row, or −1 where nothing was seen yet. [2·C] */
  readonly concepts: Int32Array;
  /** 0, or a large negative number where nothing was seen yet. [2·C] */
  readonly silence: Tensor1D;
}

export interface Memory {
  /** Saved with a run; zeros for what was not seen yet. */
  readonly buffers: ParamArrays;
  remember(seen: Seen): void;
  recall(kind: Kind): Remembered;
}

/**
 * @param concepts how many there are, numbered from 0
 * @param dim length of an embedding
 */
export function createMemory(concepts: number, dim: number): Memory {
  const rows = SLOTS * concepts;
  const buffers: ParamArrays = Object.fromEntries(
    KINDS.map((kind): [string, NamedArray] => [`memory/${kind}`, { shape: [rows, dim], values: new Float32Array(rows * dim) }]),
  );
  const valuesOf = (kind: Kind): Float32Array => (buffers[`memory/${kind}`] as NamedArray).values;
  return {
    buffers,
    remember({ kind, concepts: batch, values }) {
      const all = valuesOf(kind);
      const met = new Set<number>();
      batch.forEach((concept, i) => {
        const slot = met.has(concept) ? 1 : 0;
        met.add(concept);
        all.set(values.subarray(i * dim, (i + 1) * dim), (slot * concepts + concept) * dim);
      });
    },
    recall(kind) {
      const all = valuesOf(kind);
      const seen = Int32Array.from({ length: rows }, (_, row) =>
        all.subarray(row * dim, (row + 1) * dim).some((value) => value !== 0) ? row % concepts : -1,
      );
      return {
        embeddings: tensor2d(all.slice(), [rows, dim]),
        concepts: seen,
        silence: tensor1d(Float32Array.from(seen, (concept) => (concept < 0 ? SILENT : 0))),
      };
    },
  };
}
