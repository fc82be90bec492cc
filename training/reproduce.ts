/**
 * `npm run reproduce`: from the installed packages to weights and results, one stage after the other. Ctrl-C saves, the same command goes on;
 * a stage whose command, source and inputs have not changed since it was done is skipped.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { isoDate } from './command/option-values';
import { writeFigures } from './figures/write';
import { readRecord } from './reproduce/record';
import { runAll } from './reproduce/run-all';
import { StageError } from './reproduce/run-stage';
import { stagesOf } from './reproduce/stages';
import { duration } from './reproduce/time-left';

interface Flags {
  readonly smoke: boolean;
  readonly folder?: string;
  readonly date?: string;
}

const CODE = fileURLToPath(new URL('..', import.meta.url));
/** A line for a log file now and then; on a terminal one line is rewritten. */
const LOG_MS = 300_000;

/** The folder that everything is written below: the repository's own, or for a trial one beside it. */
function prepareRoot({ smoke, folder }: Flags): string {
  if (!smoke) return CODE;
  const root = folder === undefined ? mkdtempSync(join(tmpdir(), 'reproduce-')) : resolve(folder);
  mkdirSync(root, { recursive: true });
  // The one file that a stage changes and does not make; one that an earlier run changed stays.
  const readme = join(root, 'README.md');
  if (!existsSync(readme)) copyFileSync(join(CODE, 'README.md'), readme);
  return root;
}

function output() {
  const terminal = process.stdout.isTTY;
  let logged = Number.NEGATIVE_INFINITY;
  let width = 0;
  return {
    show(line: string): void {
      if (terminal) process.stdout.write(`\r${line.padEnd(width)}`);
      else if (performance.now() - logged > LOG_MS) {
        console.log(line);
        logged = performance.now();
      }
      width = line.length;
    },
    print(line: string): void {
      console.log(terminal ? `\r${line.padEnd(width)}` : line);
      [width, logged] = [0, Number.NEGATIVE_INFINITY];
    },
  };
}

async function reproduce(flags: Flags): Promise<void> {
  const { smoke: trial, date } = flags;
  if (!trial && flags.folder !== undefined)
    throw new StageError('--folder is for --smoke: the whole run publishes what it makes');
  const root = prepareRoot(flags);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const stages = stagesOf(trial, date);
  const done = await runAll({ stages, trial, root, code: CODE, signal: stop.signal, ...output() });
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  if (!done) process.exit(130);
  const record = readRecord(root, trial);
  const seconds = stages.reduce((sum, { name }) => sum + (record.stages[name]?.seconds ?? 0), 0);
  const results = join(root, 'public', 'results', 'reproduce.json');
  writeFileSync(results, `${JSON.stringify(record, null, 1)}\n`);
  // Once more: only now is it known how long all took.
  writeFigures(root);
  console.log(`all done in ${duration(seconds)}, in ${root}`);
}

await new Command('reproduce')
  .description('Make data, weights and results anew, from the installed packages.')
  .option('--smoke', 'little of everything, in a folder of its own: nothing published is touched', false)
  .option('--folder <path>', 'with --smoke: where (default: a new temporary folder)')
  .option('--date <date>', 'the day that results carry (default: the day of the run)', isoDate)
  .action(reproduce)
  .parseAsync()
  .catch((error: unknown) => {
    if (!(error instanceof StageError)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  });
