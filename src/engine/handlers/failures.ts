/** The failure that an error of this thread stands for. */
import { EngineError, type Failure, failureOf } from '../errors';

/** What browsers and tfjs say when memory runs out. */
const OUT_OF_MEMORY = /out of memory|allocation failed|Unable to create WebGLTexture|cannot enlarge memory|OOM/i;

export function workerFailureOf(error: unknown): Failure {
  if (error instanceof EngineError) return error.failure;
  const failure = failureOf(error);
  if (OUT_OF_MEMORY.test(failure.detail ?? '')) return { ...failure, code: 'out-of-memory' };
  // A trap leaves the WASM backend unusable, whatever the cause.
  if (error instanceof WebAssembly.RuntimeError) return { ...failure, code: 'worker-crashed' };
  return failure;
}
