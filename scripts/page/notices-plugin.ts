/** Vite plugin: the page travels with its licence and with the notices of the art that it shows. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const FILES = ['LICENSE', 'NOTICE'] as const;

export function noticesPlugin(): Plugin {
  return {
    name: 'notices',
    apply: 'build',
    async generateBundle() {
      for (const name of FILES) this.emitFile({ type: 'asset', fileName: `${name}.txt`, source: await readFile(resolve(name)) });
    },
  };
}
