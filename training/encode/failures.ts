/** What can keep the shell from encoding anything at all, as sentences. */
import { EngineError, type Failure } from '../../src/engine/errors';

/** An expected failure that needs no more than its sentence. */
export class EncodeError extends Error {}

/** What to say and do about an engine that lacks its files. */
function engineSentence({ code, subject, detail }: Failure): string {
  const remedy = code.startsWith('gallery')
    ? 'Run `npm run gallery`.'
    : 'Run `npm run train` for this model, or fetch the repository anew.';
  return `The engine cannot start: ${code}${subject ? ` (${subject})` : ''}${detail ? `, ${detail}` : ''}. ${remedy}`;
}

/** The sentence for an expected error; bugs are thrown on, with their stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof EncodeError) return error.message;
  if (error instanceof EngineError && error.failure.code !== 'internal') return engineSentence(error.failure);
  throw error;
}
