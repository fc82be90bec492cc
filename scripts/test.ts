/**
 * `npm test`: every check of the project, each one run even if another failed.
 * Its last line is `N passed, N failed`: the tests as vitest counts them, and each other check as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
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

interface Manner {
  /** What is printed is shown as it comes, or when all is over, so that others may be read meanwhile. */
  readonly show: 'live' | 'after';
  /** Gives way to what else runs. */
  readonly givesWay?: boolean;
}

/** Runs a command line and says how it went; true if it ended well. */
function succeeds(name: string, commandLine: string, { show, givesWay = false }: Manner): Promise<boolean> {
  const started = Date.now();
  const opening = `\n— ${name}: ${commandLine}`;
  if (show === 'live') console.log(opening);
  return new Promise((settle) => {
    const child = spawn(commandLine, {
      shell: true,
      stdio: show === 'live' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: environment,
    });
    if (givesWay && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('close', (status) => {
      const verdict = `— ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`;
      console.log(show === 'live' ? verdict : `${opening}\n${Buffer.concat(printed).toString('utf8')}${verdict}`);
      settle(status === 0);
    });
  });
}

async function check(name: string, commandLine: string): Promise<Counts> {
  return (await succeeds(name, commandLine, { show: 'after', givesWay: true }))
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

/** Runs one vitest project and takes the counts from its report; a run that fails outside any test counts as one failure. */
async function tests(project: string, manner: Manner): Promise<Counts> {
  const report = join(reports, `${project}.json`);
  const commandLine = `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json="${report}"`;
  const well = await succeeds(`${project} tests`, commandLine, manner);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const counted = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  return { passed: counted.numPassedTests, failed: Math.max(counted.numFailedTests, well ? 0 : 1) };
}

/** Tests measure on the dataset, which is built and not kept under version control. */
const data = async (): Promise<Counts[]> =>
  existsSync('data/concepts.json') ? [] : [await check('data', 'npm run --silent data -- --no-further')];

// It makes its own data, and keeps one core busy for minutes: everything else but the browser tests goes on beside it, and gives
// way to it, since nothing is left to do beside whatever of it remains.
const tried = tests('trial', { show: 'after' });
// The data build writes the samples, too, which the page takes along.
const prepared = await Promise.all([
  // Where there is none it is downloaded, which would else hold up the browser tests.
  check('Chromium', 'tsx scripts/chromium/bring.ts'),
  check('types', 'tsc --noEmit'),
  check('format and lint', 'biome check --error-on-warnings .'),
  data(),
]);
const built = await Promise.all([
  tests('unit', { show: 'live', givesWay: true }),
  check('build', 'npm run --silent build'),
  tried,
]);
// After them: beside each other they gain a minute, and every wait on a page takes half as long again.
const browsed = await tests('browser', { show: 'live' });
rmSync(reports, { recursive: true });

const total = [...prepared.flat(), ...built, browsed].reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed,
}));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
