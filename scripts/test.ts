/**
 * `npm test`: every check of the project, in order, each one run even if another failed.
 * Its last line is `N passed, N failed`: the tests as vitest counts them, and each other check as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));
const environment = {
  ...process.env,
  PATH: [resolve('node_modules/.bin'), process.env.PATH].join(delimiter),
  // The browser tests take the page that the step before them built.
  PAGE_FOLDER: 'dist',
};

/** Runs a command line and says how it went; true if it ended well. */
function succeeds(name: string, commandLine: string): boolean {
  console.log(`\n— ${name}: ${commandLine}`);
  const started = Date.now();
  const { status } = spawnSync(commandLine, { shell: true, stdio: 'inherit', env: environment });
  console.log(`— ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return status === 0;
}

const check = (name: string, commandLine: string): Counts =>
  succeeds(name, commandLine) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Runs one vitest project and takes the counts from its report; a run that fails outside any test counts as one failure. */
function tests(project: string): Counts {
  const report = join(reports, `${project}.json`);
  const well = succeeds(
    `${project} tests`,
    `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`,
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const counted = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  return { passed: counted.numPassedTests, failed: Math.max(counted.numFailedTests, well ? 0 : 1) };
}

const results = [
  check('types', 'tsc --noEmit'),
  check('format and lint', 'biome check --error-on-warnings .'),
  // Tests measure on the dataset, which is built and not kept under version control.
  ...(existsSync('data/concepts.json') ? [] : [check('data', 'npm run --silent data')]),
  tests('unit'),
  check('build', 'npm run --silent build'),
  tests('browser'),
];
rmSync(reports, { recursive: true });

const total = results.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
