/** The page's server with a notebook: what went over the wire, and what the browser's policy refused, in the page or in a worker. */
import { createServer, type IncomingMessage } from 'node:http';
import { contentSecurityPolicy } from './csp';
import { listen, pageHandler, type StaticServer } from './static-server';

/** Where browsers send their reports of refused requests. */
const REPORTS = '/policy-reports';

export interface ServedFile {
  readonly path: string;
  /** Bytes of the answer as sent: compressed body and headers. */
  readonly bytes: number;
}

export interface RecordingServer extends StaticServer {
  readonly served: readonly ServedFile[];
  readonly violations: readonly string[];
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Serves the page built in `folder` on a free port of this machine. The lists grow as requests come. */
export async function startRecordingServer(folder: string): Promise<RecordingServer> {
  const served: ServedFile[] = [];
  const violations: string[] = [];
  const policy = `${contentSecurityPolicy({ asHeader: true })}; report-uri ${REPORTS}`;
  const handle = pageHandler(folder, '/', { 'Content-Security-Policy': policy });
  const server = createServer(async (request, response) => {
    if (request.url === REPORTS) {
      violations.push(await readText(request));
      response.writeHead(204).end();
      return;
    }
    const path = request.url ?? '';
    const before = request.socket.bytesWritten;
    response.on('finish', () => served.push({ path, bytes: request.socket.bytesWritten - before }));
    handle(request, response);
  });
  return { ...(await listen(server, '127.0.0.1', 0)), served, violations };
}
