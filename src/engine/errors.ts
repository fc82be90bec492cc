/** The closed union of everything that may be expected to fail; texts for the reader live with the translations. */
export const FAILURE_CODES = [
  'backend-unavailable', // no backend answered the probe, or the one forced by the URL did not
  'context-lost', // the WebGL context was lost while computing
  'worker-crashed', // the worker ended or raised outside a request
  'script-missing', // a script of the page cannot be fetched
  'weights-missing', // a weight or manifest file answered 404 or not at all
  'weights-truncated', // fewer bytes than the manifest says
  'weights-altered', // SHA-256 differs from the manifest
  'weights-invalid', // the manifest does not validate, or names other tensors than the model has
  'weights-stale', // a decoder or lexicon made for another encoder than the one loaded
  'gallery-missing', // gallery, caption or sample files cannot be fetched
  'gallery-stale', // gallery made with other weights than those loaded
  'out-of-memory',
  'internal', // a bug: carries the message for the report
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** An expected failure, as it crosses the thread boundary: plain data, cloneable. */
export interface Failure {
  readonly code: FailureCode;
  /** The file or backend concerned, for the sentence shown. */
  readonly subject?: string;
  /** Technical detail, never shown as the main sentence. */
  readonly detail?: string;
}

/** Raised inside a thread; converted to a {@link Failure} at its edge. */
export class EngineError extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.code}${failure.subject ? ` (${failure.subject})` : ''}${failure.detail ? `: ${failure.detail}` : ''}`);
    this.name = 'EngineError';
  }
}

/** The failure an error stands for; one that nobody expected becomes `internal` with its message. */
export function failureOf(error: unknown): Failure {
  if (error instanceof EngineError) return error.failure;
  return { code: 'internal', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
