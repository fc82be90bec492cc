/** An empty page under the site's own policy, with the page's image import loaded: for importing files one by one. */
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { contentSecurityPolicy } from '../../../scripts/page/csp';
import type { ImportFailure, ImportNotice } from '../../../src/image-file/failures';
import { openPage } from '../harness/open-page';

export interface Imported {
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the RGBA pixels. */
  readonly digest: string;
  /** The picture as the models would get it, on black. [64·64·3] */
  readonly prepared: Uint8Array;
  readonly hasTransparency: boolean;
  readonly notices: readonly ImportNotice[];
}

export type Outcome = { readonly image: Imported } | { readonly failure: ImportFailure };

/** What the bundle leaves in the page. */
export type Importing = typeof import('./bundled');

let bundle: Promise<string> | undefined;

async function makeBundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry: 'tests/browser/import/bundled.ts', formats: ['iife'], name: 'importing' } },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('vite built nothing');
  return output.output[0].code;
}

/** Opens the empty page; it is closed, and its problems held against it, when the test ends. */
export async function openImportPage(): Promise<Page> {
  bundle ??= makeBundle();
  const { page } = await openPage('empty.html', {
    beforeLoad: async (opened) => {
      await opened.route('**/empty.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          headers: { 'content-security-policy': contentSecurityPolicy({ asHeader: true }) },
          body: '<!doctype html><title>empty</title>',
        }),
      );
    },
  });
  await page.evaluate(`${await bundle}; globalThis.importing = importing;`);
  return page;
}

/** Imports a file in the page. */
export async function importIn(page: Page, file: Uint8Array, name = 'picture', seconds = 30): Promise<Outcome> {
  const base64 = Buffer.from(file).toString('base64');
  const outcome = await page.evaluate(
    async ({ base64, name, seconds }) => {
      const { importImage, prepareImage } = (globalThis as unknown as { importing: Importing }).importing;
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      try {
        const image = await importImage(new Blob([bytes]), name, { seconds });
        const { width, height, hasTransparency, notices } = image;
        const digest = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', image.data)));
        const prepared = Array.from(prepareImage(image, { ground: [0, 0, 0] }).data);
        return { width, height, hasTransparency, notices, digest, prepared };
      } catch (error) {
        return (error as { failure: ImportFailure }).failure;
      }
    },
    { base64, name, seconds },
  );
  if ('code' in outcome) return { failure: outcome };
  const { digest, prepared, ...image } = outcome;
  return { image: { ...image, digest: Buffer.from(digest).toString('hex'), prepared: Uint8Array.from(prepared) } };
}

/** Imports a file that must open. */
export async function opened(page: Page, file: Uint8Array, name?: string): Promise<Imported> {
  const outcome = await importIn(page, file, name);
  if ('failure' in outcome) throw new Error(JSON.stringify(outcome.failure));
  return outcome.image;
}
