/** How the page is built: static files that work in any folder of any host. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { cspPlugin } from './scripts/page/csp-plugin';
import { noticesPlugin } from './scripts/page/notices-plugin';
import { precompressPlugin } from './scripts/page/precompress-plugin';
import { wasmPlugin } from './scripts/page/wasm-plugin';

export default defineConfig({
  base: './',
  plugins: [react(), wasmPlugin(), cspPlugin(), noticesPlugin(), precompressPlugin()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    license: { fileName: 'licences.md' },
    // Inlined files would be `data:` addresses, which the Content-Security-Policy refuses for anything but images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
  },
});
