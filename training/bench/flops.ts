/** Counts the multiplications and additions of convolutions and matrix products from the shapes that pass through the backend. */
import {
  BatchMatMul,
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  getKernel,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

type KernelArguments = Parameters<KernelFunc>[0];

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);
const shapeOf = ({ inputs }: KernelArguments, name: string): readonly number[] => (inputs[name] as TensorInfo).shape;

/** Two operations for each product of an output (or, backward, a slope) with a tap and an input channel. */
const overTaps = (outputs: readonly number[], filter: readonly number[]): number =>
  2 * sizeOf(outputs) * sizeOf(filter.slice(0, 3));

const COUNTED: Readonly<Record<string, (args: KernelArguments, output: TensorInfo) => number>> = {
  [Conv2D]: (args, { shape }) => overTaps(shape, shapeOf(args, 'filter')),
  [Conv2DBackpropInput]: (args) => overTaps(shapeOf(args, 'dy'), shapeOf(args, 'filter')),
  [Conv2DBackpropFilter]: (args) => overTaps(shapeOf(args, 'dy'), args.attrs?.filterShape as number[]),
  [BatchMatMul]: (args, { shape }) => 2 * sizeOf(shape) * (shapeOf(args, 'a').at(args.attrs?.transposeA ? -2 : -1) ?? 1),
};

/** Floating-point operations of those kernels while `work` runs on the wasm backend. */
export function countFlops(work: () => void): number {
  let total = 0;
  const restore = Object.entries(COUNTED).map(([kernelName, count]) => {
    const kernel = getKernel(kernelName, 'wasm');
    if (!kernel) throw new Error(`the wasm backend has no kernel ${kernelName}`);
    const replace = (kernelFunc: KernelFunc): void => {
      unregisterKernel(kernelName, 'wasm');
      registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
    };
    replace((args) => {
      const output = kernel.kernelFunc(args);
      total += count(args, output as TensorInfo);
      return output;
    });
    return () => replace(kernel.kernelFunc);
  });
  try {
    work();
  } finally {
    for (const undo of restore) undo();
  }
  return total;
}
