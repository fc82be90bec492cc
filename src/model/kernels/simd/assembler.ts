/**
 * A small assembler for WebAssembly functions on 128-bit vectors, so that the few loops which the library lacks run at its speed.
 *
 * Code is a nested list of bytes; every helper returns a piece of it, so loops are unrolled by ordinary TypeScript.
 * Encodings: WebAssembly Core Specification 2.0, sections 5.3–5.5 (https://www.w3.org/TR/wasm-core-2/#binary-format).
 */

/** Bytes in order, in any nesting. */
export type Code = readonly (number | Code)[];

type ValueType = 'i32' | 'f32' | 'v128';
const TYPE_BYTE: Readonly<Record<ValueType, number>> = { i32: 0x7f, f32: 0x7d, v128: 0x7b };

/** A parameter or local variable of a function. */
export interface Variable {
  readonly get: Code;
  set(value: Code): Code;
}

/** One exported function; parameters are i32, nothing is returned. */
export interface FunctionSource {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/** Builds the body from the parameters by name; `local` declares more variables, zero at first. */
export function defineFunction<Name extends string>(
  name: string,
  parameters: readonly Name[],
  build: (parameters: Readonly<Record<Name, Variable>>, local: (type: ValueType) => Variable) => Code,
): FunctionSource {
  const locals: ValueType[] = [];
  const local = (type: ValueType): Variable => variable(parameters.length + locals.push(type) - 1);
  const named = Object.fromEntries(parameters.map((parameter, index) => [parameter, variable(index)])) as Record<Name, Variable>;
  const body = build(named, local);
  return { name, parameters, locals, body };
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const variable = (index: number): Variable => ({
  get: [0x20, ...unsigned(index)],
  set: (value) => [value, 0x21, ...unsigned(index)],
});

const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [a, b, opcode];
const unary =
  (...opcode: number[]) =>
  (a: Code): Code => [a, opcode];
const load =
  (alignment: number, ...opcode: number[]) =>
  (address: Code, offset = 0): Code => [address, opcode, alignment, unsigned(offset)];
const store =
  (alignment: number, ...opcode: number[]) =>
  (address: Code, value: Code, offset = 0): Code => [address, value, opcode, alignment, unsigned(offset)];

const LESS_UNSIGNED = 0x49;

export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: binary(0x6a),
  sub: binary(0x6b),
  mul: binary(0x6c),
  and: binary(0x71),
  shiftRight: (a: Code, bits: number): Code => [a, 0x41, ...signed(bits), 0x76],
  load: load(2, 0x28),
};

export const f32 = {
  load: load(2, 0x2a),
  store: store(2, 0x38),
  add: binary(0x92),
  sub: binary(0x93),
  mul: binary(0x94),
  div: binary(0x95),
  sqrt: unary(0x91),
  max: binary(0x97),
  fromI32: unary(0xb2),
  zero: [0x43, 0, 0, 0, 0] as Code,
  one: [0x43, 0, 0, 0x80, 0x3f] as Code,
};

export const v128 = {
  load: load(2, 0xfd, 0x00),
  /** One float in all four lanes. */
  loadSplat: load(2, 0xfd, 0x09),
  store: store(2, 0xfd, 0x0b),
};

export const f32x4 = {
  splat: unary(0xfd, 0x13),
  lane: (vector: Code, index: number): Code => [vector, 0xfd, 0x1f, index],
  add: binary(0xfd, 0xe4, 0x01),
  sub: binary(0xfd, 0xe5, 0x01),
  mul: binary(0xfd, 0xe6, 0x01),
  max: binary(0xfd, 0xe9, 0x01),
};

/** Adds a constant to an i32 variable. */
export const advance = (target: Variable, by: Code): Code => target.set(i32.add(target.get, by));

/** Runs `body` while `counter`, which the body advances, is below `limit` (unsigned). */
export const whileBelow = (counter: Variable, limit: Code, body: Code): Code => [
  [counter.get, limit, LESS_UNSIGNED, 0x04, 0x40], // if
  [0x03, 0x40, body, counter.get, limit, LESS_UNSIGNED, 0x0d, 0x00, 0x0b], // loop, br_if to its start
  0x0b,
];

const section = (id: number, content: Code): Code => {
  const bytes = flatten(content);
  return [id, ...unsigned(bytes.length), bytes];
};
const list = (items: readonly Code[]): Code => [unsigned(items.length), items];
const text = (value: string): Code => [unsigned(value.length), [...value].map((letter) => letter.charCodeAt(0))];

function flatten(code: Code, into: number[] = []): number[] {
  for (const part of code) {
    if (typeof part === 'number') into.push(part);
    else flatten(part, into);
  }
  return into;
}

function bodyOf({ locals, body }: FunctionSource): Code {
  const bytes = flatten([list(locals.map((type) => [1, TYPE_BYTE[type]])), body, 0x0b]);
  return [unsigned(bytes.length), bytes];
}

/** Assembles a module that imports its memory as `env.memory` and exports every function by its name. */
export function assemble(functions: readonly FunctionSource[]): Uint8Array<ArrayBuffer> {
  const module: Code = [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, list(functions.map(({ parameters }) => [0x60, list(parameters.map(() => [TYPE_BYTE.i32])), 0]))),
    section(2, list([[text('env'), text('memory'), 0x02, 0x00, 0]])),
    section(3, list(functions.map((_, index) => unsigned(index)))),
    section(7, list(functions.map(({ name }, index) => [text(name), 0x00, unsigned(index)]))),
    section(10, list(functions.map(bodyOf))),
  ];
  return Uint8Array.from(flatten(module));
}
