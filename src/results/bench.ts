/** public/results/bench.json: how fast the forward passes are, beside onnxruntime-web with the same weights and beside a plain matrix product. */
import * as z from 'zod/mini';
import { nonnegative, positive, positiveInt, sha256 } from '../checks';

/** One pass on one set of kernels. Milliseconds are medians; ratios are medians of the rounds' own ratios. */
const passSchema = z.object({
  pass: z.string(),
  /** Pictures at a time; the page runs one. */
  batch: positiveInt,
  /** Multiplications and additions of convolutions and matrix products, in thousand millions. */
  gflop: positive,
  ms: positive,
  /** Of onnxruntime-web on WASM, also where this project runs on WebGL. */
  onnxruntimeMs: positive,
  /** Below 1, this project is faster. */
  timeOverOnnxruntime: positive,
  gflopsPerSecond: positive,
  /** GFLOP/s of the plain matrix product in the rounds of this pass, median: a machine's speed wanders from pass to pass. */
  matMul: positive,
  /** Of the rate to `matMul`, round by round. */
  shareOfMatMul: positive,
  /** Of the rate to the section's `bestMatMul`: the sterner share, where the machine was slow just then. */
  shareOfBest: positive,
  /** Largest difference of the two outputs. */
  difference: nonnegative.check(z.maximum(1e-4)),
});
export type BenchedPass = z.infer<typeof passSchema>;

const sectionSchema = z.object({
  place: z.enum(['node', 'chromium']),
  /** `library`: tfjs as published; `fast`: with the kernels of src/model/kernels, those of the forward pass in the page, all of them in Node, where the shell runs. */
  backend: z.enum(['wasm, library kernels', 'wasm, fast kernels', 'webgl in software']),
  rounds: positiveInt,
  /** The same over all passes of the section. */
  matMul: positive,
  /** The highest of the passes' own. */
  bestMatMul: positive,
  passes: z.array(passSchema).check(z.minLength(1)),
});
export type BenchSection = z.infer<typeof sectionSchema>;

export const benchSchema = z.object({
  command: z.string(),
  date: z.iso.date(),
  machine: z.object({ processor: z.string(), cores: positiveInt, node: z.string(), chromium: z.string() }),
  versions: z.object({ tfjs: z.string(), onnxruntime: z.string() }),
  /** Both sides run on one thread, with SIMD; the graph is optimised as far as onnxruntime can. */
  threads: z.literal(1),
  /** Side of the square matrices. */
  matMulSide: positiveInt,
  weights: z.record(z.string(), sha256),
  sections: z.array(sectionSchema).check(z.minLength(1)),
});
export type Bench = z.infer<typeof benchSchema>;
