/** `npm run encode -- <image or folder>…`: both encodings of pictures from the shell, as the page gives them. */
import { join } from 'node:path';
import { parseOptions } from './encode/options';
import { runEncode } from './encode/run';

// npm runs every command at the root, while paths count from where the reader typed them.
if (process.env.npm_lifecycle_event === 'encode' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
// Whoever reads no further, as `head` does, has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const options = parseOptions(process.argv.slice(2));
process.exitCode = await runEncode(options, join(import.meta.dirname, '..', 'public'), {
  print: (text) => void process.stdout.write(text),
  complain: (sentence) => void process.stderr.write(`${sentence}\n`),
});
