/** What the ladder needs of a backend. */
import { setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from '../protocol';
import type { FetchFile } from '../stores/files';
import type { TimeBox } from './time-box';

/** A backend that tfjs has started. */
export interface OpenBackend {
  readonly name: BackendName;
  /** Makes it the one tfjs computes on. */
  activate(): Promise<void>;
  /**
   * Compiles what a pass will need, all shaders side by side where the device can; a backend without shaders has no such
   * step. Nothing else may be computed meanwhile, and what the pass returns is not to be read.
   */
  readonly compileAhead?: (pass: () => void) => Promise<void>;
  /** Shader programs compiled since it was opened; 0 where there are none. */
  compiledPrograms(): number;
  /** Aborted when the device takes the backend away; never on backends that cannot be lost. */
  readonly lost: AbortSignal;
  /** Frees what it holds; tensors on it are gone. */
  close(): void;
}

export interface OpenOptions {
  /** Absolute URL of the folder that holds wasm/. */
  readonly baseUrl: string;
  /** Asked for by name: also taken where it is slow or imprecise. */
  readonly forced: boolean;
  /** How its files are fetched; by `fetch` if not told. */
  readonly fetchFile?: FetchFile;
}

/** Starts a backend or throws with the reason it cannot. Once its time is over it leaves tfjs alone. */
export type OpenBackendFunction = (options: OpenOptions, box: TimeBox) => Promise<OpenBackend>;

export const NEVER: AbortSignal = new AbortController().signal;

/** Makes tfjs compute on a registered backend, starting it where it has not. @throws Error when it does not start */
export async function startBackend(name: BackendName): Promise<void> {
  if (!(await setBackend(name))) throw new Error('tfjs could not start it');
}
