/** The command line of `npm run encode`. */
import { Argument, Command, Option } from 'commander';
import { CODEBOOK_SIZES, type CodebookSize, GRID_SIZES, type GridSize } from '../../src/model/types';
import { oneOf } from '../command/option-values';

export interface EncodeOptions {
  readonly paths: readonly string[];
  readonly codebook: CodebookSize;
  readonly grid: GridSize;
  readonly out?: string;
  readonly json: boolean;
}

/** What the page begins with too. */
const DEFAULT_CODEBOOK: CodebookSize = 128;
const DEFAULT_GRID: GridSize = 16;

/** Parses arguments (without the program's name). Prints help or a usage error and ends the process where they ask for it. */
export function parseOptions(args: readonly string[]): EncodeOptions {
  const command = new Command('encode')
    .description('Encodes pictures both ways, with the weights and the preparation that the page uses.')
    .addArgument(new Argument('<image or folder...>', 'picture files; of a folder, the pictures in it and below it'))
    .addOption(
      new Option('-k, --codebook <entries>', `one of ${CODEBOOK_SIZES.join(', ')}`)
        .argParser(oneOf(CODEBOOK_SIZES))
        .default(DEFAULT_CODEBOOK),
    )
    .addOption(
      new Option('-g, --grid <side>', `tokens a side: ${GRID_SIZES.join(' or ')}`)
        .argParser(oneOf(GRID_SIZES))
        .default(DEFAULT_GRID),
    )
    .addOption(
      new Option(
        '-o, --out <file or folder>',
        'write the reconstruction as PNG; of several pictures, each under its own name, in this folder or added to this name',
      ),
    )
    .addOption(new Option('--json', 'print one line of JSON a picture').default(false))
    .showHelpAfterError()
    .parse(args, { from: 'user' });
  return { paths: command.args, ...command.opts<Omit<EncodeOptions, 'paths'>>() };
}
