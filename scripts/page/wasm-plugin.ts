/** Vite plugin: puts the WASM backend's binaries at `wasm/`, in the build and on the dev server, straight from the package. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** The threaded binary is left out: it needs cross-origin isolation, which a plain static host does not give. */
const BINARIES = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'] as const;

const packageFolder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'));
const readBinary = (name: string) => readFile(join(packageFolder, 'dist', name));

export function wasmPlugin(): Plugin {
  return {
    name: 'wasm-binaries',
    async generateBundle() {
      for (const name of BINARIES) this.emitFile({ type: 'asset', fileName: `wasm/${name}`, source: await readBinary(name) });
    },
    configureServer(server) {
      server.middlewares.use('/wasm', async (request, response, next) => {
        const name = BINARIES.find((binary) => request.url?.split('?')[0] === `/${binary}`);
        if (!name) return next();
        response.setHeader('Content-Type', 'application/wasm');
        response.end(await readBinary(name));
      });
    },
  };
}
