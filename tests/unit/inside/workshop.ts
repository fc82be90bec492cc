/** The engine's workshop in Node, with the weights that the page ships. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEVER, type OpenBackend } from '../../../src/engine/backends/backend';
import type { Workshop } from '../../../src/engine/handlers/workshop';
import { createGalleryStore } from '../../../src/engine/stores/gallery';
import { createModelStore } from '../../../src/engine/stores/models';

const BASE_URL = 'http://localhost/page/';
const fromPublic = async (url: string) => new Response(readFileSync(join('public', url.replace(BASE_URL, ''))));

const wasm: OpenBackend = {
  name: 'wasm',
  lost: NEVER,
  compiledPrograms: () => 0,
  activate: async () => undefined,
  close: () => undefined,
};

export const openWorkshop = (): Workshop => ({
  models: createModelStore(BASE_URL, fromPublic),
  gallery: createGalleryStore(BASE_URL, fromPublic),
  backend: wasm,
  current: undefined,
});
