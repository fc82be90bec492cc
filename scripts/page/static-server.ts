/** Serves a built page: precompressed files, types, cache and security headers. Used by `npm start` and by the browser tests. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { contentSecurityPolicy } from './csp';

export interface StaticServerOptions {
  /** Folder of the built page. */
  readonly folder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface StaticServer {
  /** Address of the root, with a slash at its end. */
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

/** Answers requests for the page built in `folder`, under the path `mount`. `headers` go on every answer, over the usual ones. */
export function pageHandler(folder: string, mount = '/', headers: Readonly<Record<string, string>> = {}): RequestListener {
  const serveFile = sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      response.setHeader('Cache-Control', cacheControl(path));
      response.setHeader('Vary', 'Accept-Encoding');
    },
  });
  return (request, response) => {
    for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...headers })) response.setHeader(name, value);
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    };
    if (!request.url?.startsWith(mount)) return notFound();
    request.url = request.url.slice(mount.length - 1);
    serveFile(request, response, notFound);
  };
}

/** Listens; resolves with the address, and rejects with Node's error (`EADDRINUSE`) when the port is taken. */
export function listen(server: Server, host: string, port: number): Promise<StaticServer> {
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve({ url: `http://${host}:${(server.address() as AddressInfo).port}/`, close }));
  });
}

/** Starts serving the page at the root of its address. */
export const startStaticServer = ({ folder, host, port }: StaticServerOptions): Promise<StaticServer> =>
  listen(createServer(pageHandler(folder)), host, port);
