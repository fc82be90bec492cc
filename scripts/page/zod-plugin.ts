/**
 * Vite plugin: tells zod not to try whether it may compile code. The page's policy refuses that, and would report each try.
 * zod's own switch (`config({ jitless: true })`) must come before the first schema is made, which imports cannot promise;
 * so it is set where zod defines it.
 */
import type { Plugin } from 'vite';

export function zodPlugin(): Plugin {
  return {
    name: 'zod-without-eval',
    apply: 'build',
    transform: {
      filter: { id: /\/zod\/v4\/core\/core\.js$/ },
      handler: (code) => ({ code: `${code}\nglobalConfig.jitless = true;\n`, map: null }),
    },
  };
}
