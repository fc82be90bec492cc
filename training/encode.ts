/** `npm run encode -- <image or folder>…`: both encodings of pictures from the shell, as the page gives them. */
import { join } from 'node:path';
import { parseOptions } from './encode/options';
import { runEncode } from './encode/run';

const options = parseOptions(process.argv.slice(2));
process.exitCode = await runEncode(options, join(import.meta.dirname, '..', 'public'), {
  print: (text) => void process.stdout.write(text),
  complain: (sentence) => void process.stderr.write(`${sentence}\n`),
});
