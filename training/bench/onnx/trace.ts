/** Records the kernels that a forward pass runs on the wasm backend: whatever the models become, their graph is read off their own code. */
import {
  engine,
  getKernelsForBackend,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  type Tensor,
  type TensorInfo,
  tidy,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

/** A tensor as an operation sees it: `data` tells which of the recorded tensors share their numbers. */
export interface TracedTensor {
  readonly data: object;
  readonly shape: readonly number[];
}

export interface TracedKernel {
  readonly name: string;
  readonly inputs: Readonly<Record<string, TracedTensor>>;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly outputs: readonly TracedTensor[];
}

export interface Trace {
  readonly input: TracedTensor;
  readonly output: TracedTensor;
  readonly kernels: readonly TracedKernel[];
  /** Numbers that come from outside the pass: parameters and literals. */
  readonly constants: ReadonlyMap<object, Float32Array>;
}

const traced = ({ dataId, shape }: TensorInfo): TracedTensor => ({ data: dataId, shape: [...shape] });

/** Records `pass` over `input`; the result is thrown away. Needs the wasm backend. */
export function traceKernels(input: Tensor, pass: () => Tensor): Trace {
  const kernels: TracedKernel[] = [];
  const constants = new Map<object, Float32Array>();
  const made = new Set<object>([input.dataId]);

  function note(info: TensorInfo): TracedTensor {
    if (!made.has(info.dataId) && !constants.has(info.dataId))
      constants.set(info.dataId, Float32Array.from(engine().readSync(info.dataId) as ArrayLike<number>));
    return traced(info);
  }

  const wrapped =
    ({ kernelName, kernelFunc }: KernelConfig): KernelFunc =>
    (args) => {
      const inputs = Object.entries(args.inputs).flatMap(([name, value]): [string, TracedTensor][] =>
        value ? [[name, note(value)]] : [],
      );
      const result = kernelFunc(args);
      const outputs = (Array.isArray(result) ? result : [result]) as TensorInfo[];
      for (const { dataId } of outputs) made.add(dataId);
      kernels.push({
        name: kernelName,
        inputs: Object.fromEntries(inputs),
        attrs: { ...args.attrs },
        outputs: outputs.map(traced),
      });
      return result;
    };

  const originals = getKernelsForBackend('wasm');
  const replace = (config: KernelConfig): void => {
    unregisterKernel(config.kernelName, 'wasm');
    registerKernel(config);
  };
  for (const config of originals) replace({ ...config, kernelFunc: wrapped(config) });
  try {
    const result = tidy(pass);
    const output = traced(result);
    result.dispose();
    return { input: traced(input), output, kernels, constants };
  } finally {
    for (const config of originals) replace(config);
  }
}
