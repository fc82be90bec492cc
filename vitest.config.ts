/**
 * Three test projects: `unit` runs in Node; `trial` tries the whole of `npm run reproduce` there, with data of its own, which keeps one
 * core busy for minutes; `browser` drives the built page in Chromium, one file at a time.
 */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs whole commands: as the last one it would have a core to itself and leave the other idle. */
const LONGEST = 'train-command.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith(LONGEST);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // A process of its own for each file would spend as long on loading packages as on the tests.
          isolate: false,
        },
      },
      {
        test: {
          name: 'trial',
          include: ['tests/trial/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/browser/harness/global-setup.ts',
          // Two cores: a second page would distort every time measured by the first.
          fileParallelism: false,
          isolate: false,
          testTimeout: 120_000,
          // What a page is waited for may take its time on a busy machine; a second is vitest's own.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
