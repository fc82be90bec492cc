/** A page that the tests of a file share, each going on where the one before it left off: opening one takes longer than most tests. */
import { afterAll, expect, onTestFinished } from 'vitest';
import type { OpenedPage, OpenOptions } from './open-page';
import { screenshotOfFailure } from './screenshot';

/**
 * @param open with the options given to it, opens the page that the first test starts from
 * @returns gives the page to a test, and holds against that test what the page reported in it; after a test that failed, the next has a new one
 */
export function lastingPage<Opened extends OpenedPage>(
  open: (options: Pick<OpenOptions, 'isLasting' | 'expectProblems'>) => Promise<Opened>,
  { expectProblems = false }: Pick<OpenOptions, 'expectProblems'> = {},
): () => Promise<Opened> {
  let current: Opened | undefined;
  const close = async () => {
    await current?.context.close();
    current = undefined;
  };
  afterAll(close);
  return async () => {
    current ??= await open({ isLasting: true, expectProblems });
    const opened = current;
    const before = opened.problems.length;
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') {
        await screenshotOfFailure(opened.page, task.name);
        await close();
      }
      if (!expectProblems) expect(opened.problems.slice(before), 'problems that the page reported').toEqual([]);
    });
    return opened;
  };
}
