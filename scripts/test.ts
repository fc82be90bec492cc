/**
 * `npm test`: every check of the project, in order, each one run even if another failed.
 * Its last line is `N passed, N failed`: the tests as vitest counts them, and each other check as one.
 */
import { exec, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

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

const seconds = (started: number): string => ((Date.now() - started) / 1000).toFixed(0);

/** What a check prints is kept until it is over, so that others may run beside it. */
const OUTPUT_BYTES = 64 * 1024 * 1024;

/** A check beside others; what it printed comes when it is over. */
async function checkBeside(name: string, commandLine: string): Promise<Counts> {
  const started = Date.now();
  const done = promisify(exec)(commandLine, { env: environment, maxBuffer: OUTPUT_BYTES });
  const { ok, stdout, stderr } = await done.then(
    (output) => ({ ok: true, ...output }),
    (error: { stdout: string; stderr: string }) => ({ ok: false, stdout: error.stdout, stderr: error.stderr }),
  );
  console.log(`\n— ${name}: ${commandLine}\n${stdout}${stderr}— ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds(started)} s`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs a command line and says how it went; true if it ended well. */
function succeeds(name: string, commandLine: string): boolean {
  console.log(`\n— ${name}: ${commandLine}`);
  const started = Date.now();
  const { status } = spawnSync(commandLine, { shell: true, stdio: 'inherit', env: environment });
  console.log(`— ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds(started)} s`);
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
  ...(await Promise.all([
    checkBeside('types', 'tsc --noEmit'),
    checkBeside('format and lint', 'biome check --error-on-warnings .'),
    // Tests measure on the dataset, which is built and not kept under version control.
    ...(existsSync('data/concepts.json') ? [] : [checkBeside('data', 'npm run --silent data')]),
  ])),
  tests('unit'),
  check('build', 'npm run --silent build'),
  tests('browser'),
];
rmSync(reports, { recursive: true });

const total = results.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
