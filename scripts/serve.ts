/** `npm run serve [-- --port 4173 --host 127.0.0.1]`: serves the page that `npm run build` made. */
import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { startStaticServer } from './page/static-server';

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('It must be a whole number up to 65535.');
  return port;
}

/** How many ports to try, counting up, when the first is taken. */
const PORTS_TO_TRY = 20;

const options = new Command('serve')
  .option('--port <number>', 'first port to try', portNumber, 4173)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--folder <path>', 'folder of the built page', 'dist')
  .parse()
  .opts<{ port: number; host: string; folder: string }>();

async function startOnFreePort() {
  for (let port = options.port; ; port++) {
    try {
      return await startStaticServer({ ...options, port });
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port === options.port + PORTS_TO_TRY) throw error;
    }
  }
}

if (!existsSync(`${options.folder}/index.html`)) {
  console.error(`No page in ${options.folder}/. Run \`npm run build\` first, or \`npm start\`, which does both.`);
  process.exit(1);
}
const server = await startOnFreePort();
console.log(`One Image, Two Codes: ${server.url}   (Ctrl-C stops)`);
