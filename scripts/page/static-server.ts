/** Serves a built page: precompressed files, types, cache and security headers. Used by `npm start` and by the browser tests. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { contentSecurityPolicy } from './csp';

export interface StaticServerOptions {
  /** Folder of the built page. */
  readonly folder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Path under which the page answers, with a slash at both ends. */
  readonly mount?: string;
}

export interface StaticServer {
  /** Address of the page, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Files of the build carry a hash in their name and never change; weights, samples and the page itself are asked about each time. */
const cacheControl = (path: string) => (path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');

const SECURITY_HEADERS = {
  'Content-Security-Policy': contentSecurityPolicy({ asHeader: true }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
};

function createHandler(folder: string, mount: string) {
  const serveFile = sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      response.setHeader('Cache-Control', cacheControl(path));
      response.setHeader('Vary', 'Accept-Encoding');
    },
  });
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    };
    if (!request.url?.startsWith(mount)) return notFound();
    request.url = request.url.slice(mount.length - 1);
    serveFile(request, response, notFound);
  });
}

function listen(server: Server, { host, port }: StaticServerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Starts serving; rejects with Node's error (`EADDRINUSE`) when the port is taken. */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const mount = options.mount ?? '/';
  const server = createHandler(options.folder, mount);
  const port = await listen(server, options);
  return {
    url: `http://${options.host}:${port}${mount}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
