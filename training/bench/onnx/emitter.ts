/**
 * Collects nodes and constants of a graph, and knows under which names a recorded tensor can be had.
 * Convolutions of ONNX put channels first, the models' last: a value is kept in the order it was made in and turned
 * only where the other is asked for, so that no more transpositions are timed than a hand-written graph would have.
 */
import type { OnnxAttribute, OnnxConstant, OnnxNode } from './model-bytes';
import type { TracedTensor } from './trace';

export type Order = 'channelsLast' | 'channelsFirst';

const TURN: Readonly<Record<Order, readonly number[]>> = { channelsFirst: [0, 3, 1, 2], channelsLast: [0, 2, 3, 1] };

interface Known {
  /** Shape with channels last, as recorded. */
  readonly shape: readonly number[];
  readonly names: Partial<Record<Order, string>>;
}

const sameShape = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

export class Emitter {
  readonly nodes: OnnxNode[] = [];
  readonly constants: OnnxConstant[] = [];
  private readonly known = new Map<object, Known[]>();
  private count = 0;

  constructor(private readonly outside: ReadonlyMap<object, Float32Array>) {}

  /** Adds a node with one output; returns the output's name. */
  node(op: string, inputs: readonly string[], attributes: Readonly<Record<string, OnnxAttribute>> = {}): string {
    const output = `${op.toLowerCase()}_${this.count++}`;
    this.nodes.push({ op, inputs, outputs: [output], attributes });
    return output;
  }

  constant(values: Float32Array | BigInt64Array, shape: readonly number[]): string {
    const name = `constant_${this.count++}`;
    this.constants.push({ name, shape, values });
    return name;
  }

  /** A list of whole numbers, as shapes and axes are passed. */
  whole(values: readonly number[]): string {
    return this.constant(BigInt64Array.from(values, BigInt), [values.length]);
  }

  /** Says under which name a recorded tensor can be had. */
  define({ data, shape }: TracedTensor, name: string, order: Order = 'channelsLast'): void {
    this.known.set(data, [...(this.known.get(data) ?? []), { shape, names: { [order]: name } }]);
  }

  /** Numbers from outside the pass, or undefined where the pass made them. */
  valuesOf({ data }: TracedTensor): Float32Array | undefined {
    return this.outside.get(data);
  }

  /** Whether a tensor can be had in this order without turning it. */
  has({ data, shape }: TracedTensor, order: Order): boolean {
    return this.known.get(data)?.some((value) => sameShape(value.shape, shape) && value.names[order] !== undefined) ?? false;
  }

  /** The name of a tensor in this order; turned or reshaped where it was not made so. */
  use(tensor: TracedTensor, order: Order = 'channelsLast'): string {
    const value = this.knownAs(tensor);
    const ready = value.names[order];
    if (ready !== undefined) return ready;
    const [from] = Object.values(value.names);
    if (from === undefined) throw new Error('a value without a name');
    const turned = this.node('Transpose', [from], { perm: { ints: TURN[order] } });
    value.names[order] = turned;
    return turned;
  }

  private knownAs({ data, shape }: TracedTensor): Known {
    const values = this.known.get(data) ?? [];
    const exact = values.find((value) => sameShape(value.shape, shape));
    if (exact) return exact;
    const fresh = (name: string): Known => {
      const value = { shape, names: { channelsLast: name } };
      this.known.set(data, [...(this.known.get(data) ?? []), value]);
      return value;
    };
    const numbers = this.outside.get(data);
    if (numbers) return fresh(this.constant(numbers, shape));
    // Reshaping shares the numbers of a tensor, so it shows here and not as a kernel.
    const other = values[0];
    if (!other) throw new Error(`a tensor of shape [${shape}] that no kernel made`);
    return fresh(this.node('Reshape', [this.use({ data, shape: other.shape }), this.whole(shape)]));
  }
}
