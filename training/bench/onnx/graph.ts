/** A recorded pass as an ONNX graph: one rule a kernel; a kernel without a rule is named in the error. */
import { backend_util } from '@tensorflow/tfjs-core';
import { LAYER_NORM } from '../../../src/model/kernels/names';
import { Emitter } from './emitter';
import type { OnnxGraph } from './model-bytes';
import type { Trace, TracedKernel, TracedTensor } from './trace';

type Rule = (emitter: Emitter, kernel: TracedKernel) => void;

/** The named input. */
function input({ name, inputs }: TracedKernel, key: string): TracedTensor {
  const tensor = inputs[key];
  if (!tensor) throw new Error(`${name} has no input ${key}`);
  return tensor;
}

const output = ({ name, outputs: [first] }: TracedKernel): TracedTensor => {
  if (!first) throw new Error(`${name} has no output`);
  return first;
};

/** Channels first where an operand is that already and the others can follow: pictures of the same shape, a number for each channel, one number. */
function channelsFirst(emitter: Emitter, operands: readonly TracedTensor[], result: TracedTensor): boolean {
  if (result.shape.length !== 4) return false;
  const channels = result.shape[3] as number;
  const follows = (tensor: TracedTensor): boolean =>
    emitter.has(tensor, 'channelsFirst') ||
    tensor.shape.join() === result.shape.join() ||
    ([1, channels].includes(emitter.valuesOf(tensor)?.length ?? 0) && [0, 1].includes(tensor.shape.length));
  return operands.some((operand) => emitter.has(operand, 'channelsFirst')) && operands.every(follows);
}

/** An operand for channels-first arithmetic. */
function firstOperand(emitter: Emitter, tensor: TracedTensor): string {
  const values = emitter.valuesOf(tensor);
  if (values && tensor.shape.length < 2) return emitter.constant(values, values.length === 1 ? [] : [1, values.length, 1, 1]);
  return emitter.use(tensor, 'channelsFirst');
}

/** Arithmetic element by element, in the order its operands come in. */
const elementwise =
  (op: string, keys: readonly string[]): Rule =>
  (emitter, kernel) => {
    const operands = keys.map((key) => input(kernel, key));
    const first = channelsFirst(emitter, operands, output(kernel));
    const names = operands.map((operand) => (first ? firstOperand(emitter, operand) : emitter.use(operand)));
    emitter.define(output(kernel), emitter.node(op, names), first ? 'channelsFirst' : 'channelsLast');
  };

const passOn: Rule = (emitter, kernel) => {
  const x = input(kernel, 'x');
  const result = output(kernel);
  if (x.data === result.data) return;
  emitter.define(result, emitter.node('Reshape', [emitter.use(x), emitter.whole(result.shape)]));
};

const both = (step: number | [number, number]): [number, number] => (typeof step === 'number' ? [step, step] : step);

const convolution: Rule = (emitter, kernel) => {
  const [x, filter] = [input(kernel, 'x'), input(kernel, 'filter')];
  const [rows = 0, columns = 0, from = 0, to = 0] = filter.shape;
  const values = emitter.valuesOf(filter);
  if (!values) throw new Error('a convolution with a filter that is not a parameter');
  const { strides, pad, dilations, dimRoundingMode } = kernel.attrs as {
    strides: number | [number, number];
    pad: 'same' | 'valid' | number;
    dilations: number | [number, number];
    dimRoundingMode?: 'floor' | 'round' | 'ceil';
  };
  const { padInfo } = backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number, number],
    strides,
    dilations,
    pad,
    dimRoundingMode,
  );
  const turned = new Float32Array(values.length); // [O, I, h, w] of [h, w, I, O]
  for (let tap = 0; tap < rows * columns; tap++)
    for (let i = 0; i < from; i++)
      for (let o = 0; o < to; o++) turned[(o * from + i) * rows * columns + tap] = values[(tap * from + i) * to + o] as number;
  const name = emitter.node('Conv', [emitter.use(x, 'channelsFirst'), emitter.constant(turned, [to, from, rows, columns])], {
    strides: { ints: both(strides) },
    dilations: { ints: both(dilations) },
    pads: { ints: [padInfo.top, padInfo.left, padInfo.bottom, padInfo.right] },
  });
  emitter.define(output(kernel), name, 'channelsFirst');
};

const matrixProduct: Rule = (emitter, kernel) => {
  const operand = (key: 'a' | 'b', transposed: boolean): string => {
    const tensor = input(kernel, key);
    const name = emitter.use(tensor);
    if (!transposed) return name;
    const axes = tensor.shape.map((_, axis) => axis);
    return emitter.node('Transpose', [name], { perm: { ints: [...axes.slice(0, -2), ...axes.slice(-2).reverse()] } });
  };
  const { transposeA, transposeB } = kernel.attrs as { transposeA: boolean; transposeB: boolean };
  emitter.define(output(kernel), emitter.node('MatMul', [operand('a', transposeA), operand('b', transposeB)]));
};

/** Sum or mean over the axes named; the library puts sides of 1 back by reshaping. */
const reduction =
  (op: 'ReduceSum' | 'ReduceMean'): Rule =>
  (emitter, kernel) => {
    const x = input(kernel, 'x');
    const { axis, keepDims } = kernel.attrs as { axis: number | number[]; keepDims?: boolean };
    const axes = [axis].flat().map((each) => (each < 0 ? each + x.shape.length : each));
    const keepdims = { i: Number(keepDims ?? false) };
    const name =
      op === 'ReduceSum'
        ? emitter.node(op, [emitter.use(x), emitter.whole(axes)], { keepdims })
        : emitter.node(op, [emitter.use(x)], { keepdims, axes: { ints: axes } });
    emitter.define(output(kernel), name);
  };

const RULES: Readonly<Record<string, Rule>> = {
  Reshape: passOn,
  Identity: passOn,
  Cast: passOn,
  Add: elementwise('Add', ['a', 'b']),
  Sub: elementwise('Sub', ['a', 'b']),
  Multiply: elementwise('Mul', ['a', 'b']),
  RealDiv: elementwise('Div', ['a', 'b']),
  Relu: elementwise('Relu', ['x']),
  Sqrt: elementwise('Sqrt', ['x']),
  Square: elementwise('Mul', ['x', 'x']),
  Rsqrt: (emitter, kernel) =>
    emitter.define(output(kernel), emitter.node('Reciprocal', [emitter.node('Sqrt', [emitter.use(input(kernel, 'x'))])])),
  Conv2D: convolution,
  BatchMatMul: matrixProduct,
  Sum: reduction('ReduceSum'),
  Mean: reduction('ReduceMean'),
  Softmax: (emitter, kernel) =>
    emitter.define(output(kernel), emitter.node('Softmax', [emitter.use(input(kernel, 'logits'))], { axis: { i: -1 } })),
  Transpose: (emitter, kernel) => {
    const { perm } = kernel.attrs as { perm: number[] };
    emitter.define(output(kernel), emitter.node('Transpose', [emitter.use(input(kernel, 'x'))], { perm: { ints: perm } }));
  },
  Concat: (emitter, kernel) => {
    const { axis } = kernel.attrs as { axis: number };
    const names = Object.values(kernel.inputs).map((tensor) => emitter.use(tensor));
    emitter.define(output(kernel), emitter.node('Concat', names, { axis: { i: axis } }));
  },
  ClipByValue: (emitter, kernel) => {
    const { clipValueMin, clipValueMax } = kernel.attrs as { clipValueMin: number; clipValueMax: number };
    const bounds = [clipValueMin, clipValueMax].map((bound) => emitter.constant(Float32Array.of(bound), []));
    emitter.define(output(kernel), emitter.node('Clip', [emitter.use(input(kernel, 'x')), ...bounds]));
  },
  [LAYER_NORM]: (emitter, kernel) => {
    const names = ['x', 'gain', 'bias'].map((key) => emitter.use(input(kernel, key)));
    const { epsilon } = kernel.attrs as { epsilon: number };
    emitter.define(output(kernel), emitter.node('LayerNormalization', names, { axis: { i: -1 }, epsilon: { f: epsilon } }));
  },
};

/** @throws Error that names the first kernel for which there is no rule */
export function onnxGraph(trace: Trace): OnnxGraph {
  const emitter = new Emitter(trace.constants);
  emitter.define(trace.input, 'input');
  for (const kernel of trace.kernels) {
    const rule = RULES[kernel.name];
    if (!rule) throw new Error(`there is no ONNX form yet for the kernel ${kernel.name}`);
    rule(emitter, kernel);
  }
  return {
    nodes: emitter.nodes,
    constants: emitter.constants,
    input: { name: 'input', shape: trace.input.shape },
    output: { name: emitter.use(trace.output), shape: trace.output.shape },
  };
}
