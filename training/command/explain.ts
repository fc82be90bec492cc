/** How a command ends that cannot do what it was asked. */

/** What only a mistake in the program raises: whoever mends it needs the stack. */
const BUGS = [TypeError, RangeError, ReferenceError];

/** Prints the sentence alone and ends with 1: a missing file or a wrong option is no bug, and needs no stack. */
export function explain(error: unknown): never {
  const isExpected = error instanceof Error && !BUGS.some((bug) => error instanceof bug);
  console.error(isExpected ? error.message : error);
  process.exit(1);
}
