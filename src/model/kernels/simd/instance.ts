/** The vector functions, instantiated once on each backend's heap. */
import type { WasmBackend } from '../wasm-backend';
import { addRow } from './add-row';
import { assemble } from './assembler';
import { columnSums } from './column-sums';
import { layerNormBackward, layerNormForward } from './layer-norm';
import { clear, copyRows, packColumns, packTransposed } from './pack';
import { rectify } from './relu';
import { rowProduct } from './rows';
import { tiles } from './tiles';

/** Arguments are addresses in the backend's heap, sizes and strides, in bytes unless the source says otherwise. */
type VectorFunction = (...values: number[]) => void;

const SOURCES = [
  tiles,
  rowProduct('rows4', 4),
  rowProduct('rows1', 1),
  packColumns('pack4', 4),
  packColumns('pack8', 8),
  packTransposed,
  copyRows,
  clear,
  addRow,
  rectify,
  columnSums,
  layerNormForward,
  layerNormBackward,
];
type Name =
  | 'tiles'
  | 'rows4'
  | 'rows1'
  | 'pack4'
  | 'pack8'
  | 'packTransposed'
  | 'copyRows'
  | 'clear'
  | 'addRow'
  | 'rectify'
  | 'columnSums'
  | 'layerNormForward'
  | 'layerNormBackward';

export interface Simd extends Readonly<Record<Name, VectorFunction>> {
  /** Address of at least so many bytes, valid until the next call. */
  scratch(bytes: number): number;
}

const instances = new WeakMap<WasmBackend, Simd>();

export function simdOf(backend: WasmBackend): Simd {
  const known = instances.get(backend);
  if (known) return known;
  const { wasm } = backend;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble(SOURCES)), { env: { memory: wasm.asm.memory } });
  let [address, capacity] = [0, 0];
  const scratch = (bytes: number): number => {
    if (bytes > capacity) {
      if (address !== 0) wasm._free(address);
      [address, capacity] = [wasm._malloc(bytes) >>> 0, bytes];
    }
    return address;
  };
  const made: Simd = { ...(exports as Record<Name, VectorFunction>), scratch };
  instances.set(backend, made);
  return made;
}
