/** An ONNX graph as plain data, and as the bytes of a model file. */
import { readFileSync } from 'node:fs';
import { parse } from 'protobufjs';

/** An attribute: whole number, real number, or list of whole numbers. */
export type OnnxAttribute = { readonly i: number } | { readonly f: number } | { readonly ints: readonly number[] };

export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

export interface OnnxConstant {
  readonly name: string;
  readonly shape: readonly number[];
  /** Float32Array for numbers, BigInt64Array for shapes and axes. */
  readonly values: Float32Array | BigInt64Array;
}

export interface OnnxValue {
  readonly name: string;
  readonly shape: readonly number[];
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
  readonly input: OnnxValue;
  readonly output: OnnxValue;
}

/** 17 is the first with LayerNormalization. */
const OPSET = 17;
const IR_VERSION = 8;

/** The format's numbers for types of elements and of attributes. */
const ELEMENT = { float: 1, int64: 7 };
const ATTRIBUTE = { f: 1, i: 2, ints: 7 };

const schema = parse(readFileSync(new URL('./onnx.proto', import.meta.url), 'utf8'), { keepCase: true }).root;

const attribute = ([name, value]: [string, OnnxAttribute]): object => {
  if ('i' in value) return { name, i: value.i, type: ATTRIBUTE.i };
  if ('f' in value) return { name, f: value.f, type: ATTRIBUTE.f };
  return { name, ints: value.ints, type: ATTRIBUTE.ints };
};

const valueInfo = ({ name, shape }: OnnxValue): object => ({
  name,
  type: { tensor_type: { elem_type: ELEMENT.float, shape: { dim: shape.map((side) => ({ dim_value: side })) } } },
});

/** The bytes of a model file with this one graph. */
export function modelBytes({ nodes, constants, input, output }: OnnxGraph): Uint8Array {
  const message = schema.lookupType('onnx.ModelProto');
  const model = {
    ir_version: IR_VERSION,
    opset_import: [{ domain: '', version: OPSET }],
    graph: {
      name: 'forward',
      node: nodes.map(({ op, inputs, outputs, attributes }) => ({
        op_type: op,
        input: inputs,
        output: outputs,
        attribute: Object.entries(attributes).map(attribute),
      })),
      initializer: constants.map(({ name, shape, values }) => ({
        name,
        dims: shape,
        data_type: values instanceof Float32Array ? ELEMENT.float : ELEMENT.int64,
        raw_data: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
      })),
      input: [valueInfo(input)],
      output: [valueInfo(output)],
    },
  };
  return message.encode(message.fromObject(model)).finish();
}
