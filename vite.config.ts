/** How the page is built: static files that work in any folder of any host. */
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { cspPlugin } from './scripts/page/csp-plugin';
import { licencesPlugins } from './scripts/page/licences-plugin';
import { mdxPlugin } from './scripts/page/mdx-plugin';
import { noticesPlugin } from './scripts/page/notices-plugin';
import { precompressPlugin } from './scripts/page/precompress-plugin';
import { prerenderPlugin } from './scripts/page/prerender-plugin';
import { reactAriaPlugin } from './scripts/page/react-aria-plugin';
import { wasmPlugin } from './scripts/page/wasm-plugin';
import { zodPlugin } from './scripts/page/zod-plugin';

const licences = licencesPlugins();
/** The comments' licences are in licences.md, once each. */
const bundler = { output: { comments: { legal: false } } };

export default defineConfig({
  base: './',
  plugins: [
    mdxPlugin(),
    react(),
    // The React compiler has a component keep what did not change: a move of a slider then redraws only what it changes.
    babel({ presets: [reactCompilerPreset()] }),
    prerenderPlugin(() => [mdxPlugin()]),
    reactAriaPlugin(),
    zodPlugin(),
    wasmPlugin(),
    cspPlugin(),
    noticesPlugin(),
    licences.page,
    precompressPlugin(),
  ],
  worker: { format: 'es', plugins: () => [zodPlugin(), licences.worker()], rolldownOptions: bundler },
  build: {
    target: 'es2022',
    // Inlined files would be `data:` addresses, which the Content-Security-Policy refuses for anything but images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { ...bundler, checks: { pluginTimings: false } },
  },
});
