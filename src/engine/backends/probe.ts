/** The question put to every backend: does it answer right, and how fast is it on work of the models' size? */
import { conv2d, matMul, relu, reshape, type Tensor, type Tensor2D, type Tensor4D, tensor, tidy } from '@tensorflow/tfjs-core';

/** Sides and channels of the known-answer pass: conv 3×3, ReLU, matMul. */
const SIDE = 8;
const INPUTS = 4;
const OUTPUTS = 8;
/** Relative to the largest expected value; float32 backends stay under 1e-6, half precision does not reach it. */
const TOLERANCE = 1e-4;

/** Work of about one encoding: a chain of convolutions as the models have them, 150 MFLOP. */
const CHAIN_SIDE = 16;
const CHAIN_CHANNELS = 64;
const CHAIN_LENGTH = 8;
const TIMED_RUNS = 3;
/** A slow backend has shown what it is after one run. */
const TIMING_BUDGET_MS = 60;

export class WrongAnswer extends Error {}

/** Fixed values in -0.5..0.5 without a pattern that a wrong layout could hide in. */
function fixedValues(count: number, step: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => ((i * step + 37) % 101) / 100 - 0.5);
}

const input = fixedValues(SIDE * SIDE * INPUTS, 61);
const filter = fixedValues(9 * INPUTS * OUTPUTS, 43);
const matrix = fixedValues(OUTPUTS * OUTPUTS, 29);

/** The same pass in plain numbers. -> [SIDE·SIDE·OUTPUTS] */
export function expectedAnswer(): Float32Array {
  const answer = new Float32Array(SIDE * SIDE * OUTPUTS);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const cell = Array.from({ length: OUTPUTS }, (_, output) => Math.max(0, convolveAt(y, x, output)));
      for (let column = 0; column < OUTPUTS; column++) {
        answer[(y * SIDE + x) * OUTPUTS + column] = cell.reduce(
          (sum, value, i) => sum + value * at(matrix, i * OUTPUTS + column),
          0,
        );
      }
    }
  }
  return answer;
}

const at = (values: Float32Array, index: number): number => values[index] ?? 0;

function convolveAt(y: number, x: number, output: number): number {
  let sum = 0;
  for (let dy = 0; dy < 3; dy++) {
    for (let dx = 0; dx < 3; dx++) {
      const [row, column] = [y + dy - 1, x + dx - 1];
      if (row < 0 || row >= SIDE || column < 0 || column >= SIDE) continue;
      for (let c = 0; c < INPUTS; c++) {
        sum += at(input, (row * SIDE + column) * INPUTS + c) * at(filter, ((dy * 3 + dx) * INPUTS + c) * OUTPUTS + output);
      }
    }
  }
  return sum;
}

/**
 * Runs on the current backend.
 * @returns median milliseconds of one pass of the models' size, readback included
 * @throws WrongAnswer when the known answer does not come out
 */
export async function probe(now: () => number = () => performance.now()): Promise<number> {
  const answer = await read(() => {
    const image = tensor(input, [1, SIDE, SIDE, INPUTS]) as Tensor4D;
    const convolved = relu(conv2d(image, tensor(filter, [3, 3, INPUTS, OUTPUTS]) as Tensor4D, 1, 'same'));
    return matMul(reshape(convolved, [SIDE * SIDE, OUTPUTS]), tensor(matrix, [OUTPUTS, OUTPUTS]) as Tensor2D);
  });
  checkAnswer(answer, expectedAnswer());

  const kernel = tensor(fixedValues(9 * CHAIN_CHANNELS ** 2, 53), [3, 3, CHAIN_CHANNELS, CHAIN_CHANNELS]) as Tensor4D;
  const values = fixedValues(CHAIN_SIDE ** 2 * CHAIN_CHANNELS, 47);
  try {
    const pass = () =>
      read(() => {
        let h = tensor(values, [1, CHAIN_SIDE, CHAIN_SIDE, CHAIN_CHANNELS]) as Tensor4D;
        for (let i = 0; i < CHAIN_LENGTH; i++) h = relu(conv2d(h, kernel, 1, 'same'));
        return h;
      });
    await pass(); // compiles
    return await medianTime(pass, TIMED_RUNS, TIMING_BUDGET_MS, now);
  } finally {
    kernel.dispose();
  }
}

async function read(pass: () => Tensor): Promise<Float32Array> {
  const result = tidy(pass);
  try {
    return await result.data<'float32'>();
  } finally {
    result.dispose();
  }
}

function checkAnswer(answer: Float32Array, expected: Float32Array): void {
  const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const error = expected.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (answer[i] ?? Number.NaN))), 0) / scale;
  if (!(error <= TOLERANCE)) throw new WrongAnswer(`relative error ${error.toPrecision(2)}`);
}

/**
 * Median milliseconds of a piece of work, the lower one of two middle values.
 * @param runs at most so many
 * @param budgetMs no further run begins once so much time is spent
 */
export async function medianTime(
  work: () => Promise<unknown>,
  runs: number,
  budgetMs: number,
  now: () => number,
): Promise<number> {
  const times: number[] = [];
  const start = now();
  for (let before = start; times.length < runs && (times.length === 0 || before - start < budgetMs); ) {
    await work();
    const after = now();
    times.push(after - before);
    before = after;
  }
  return times.sort((a, b) => a - b)[(times.length - 1) >> 1] ?? Number.NaN;
}
