/**
 * Vite plugins: licences.md beside the built page, with the licence of every package that its scripts contain.
 * Vite's own `build.license` leaves out what only the worker contains.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE_FOLDER = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

function entry(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file
    ? readFileSync(join(folder, file), 'utf8').trim()
    : 'Its package brings no text; NOTICE.txt has the text of this licence.';
  return `## ${about.name} ${about.version} (${about.license})\n\n${text}\n`;
}

/** One plugin for the page's bundle and one for its workers'; the page's, which is made last, writes the file. */
export function licencesPlugins(): { readonly page: Plugin; readonly worker: () => Plugin } {
  const folders = new Set<string>();
  const collect = (bundle: Readonly<Record<string, { readonly type: string; readonly moduleIds?: readonly string[] }>>) => {
    for (const output of Object.values(bundle))
      for (const id of output.moduleIds ?? []) {
        const folder = PACKAGE_FOLDER.exec(id)?.[1];
        if (folder) folders.add(folder);
      }
  };
  return {
    page: {
      name: 'licences',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        const source = `# Licences of the libraries in the page's scripts\n\n${[...folders].map(entry).sort().join('\n')}`;
        this.emitFile({ type: 'asset', fileName: 'licences.md', source });
      },
    },
    worker: () => ({
      name: 'licences-of-workers',
      generateBundle(_, bundle) {
        collect(bundle);
      },
    }),
  };
}
