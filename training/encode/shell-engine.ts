/** The page's own operations and weights on this process's WASM backend, reading the files that the page would fetch. */
import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { NEVER, type OpenBackend } from '../../src/engine/backends/backend';
import { captions } from '../../src/engine/handlers/captions';
import { encode } from '../../src/engine/handlers/encode';
import type { Workshop } from '../../src/engine/handlers/workshop';
import type { CaptionMatch, Encoding, GenerationSettings } from '../../src/engine/protocol';
import type { FetchFile } from '../../src/engine/stores/files';
import { createGalleryStore, type Gallery } from '../../src/engine/stores/gallery';
import { createModelStore } from '../../src/engine/stores/models';
import type { RgbImage } from '../../src/model/types';
import { initWasm } from '../runtime/wasm';

const BACKEND: OpenBackend = {
  name: 'wasm',
  activate: async () => undefined,
  compiledPrograms: () => 0,
  lost: NEVER,
  close: () => undefined,
};

export interface ShellEncoding {
  readonly encoding: Encoding;
  /** Best captions in both languages. */
  readonly captions: readonly CaptionMatch[];
  readonly gallery: Gallery;
}

export interface ShellEngine {
  /** Rejects with an `EngineError` where a file of weights or of the gallery is missing or not what it should be. */
  encode(image: RgbImage, settings: GenerationSettings): Promise<ShellEncoding>;
}

/** @param folder holds models/ and gallery/ */
export async function startShellEngine(folder: string): Promise<ShellEngine> {
  await initWasm();
  const baseUrl = pathToFileURL(resolve(folder) + sep).href;
  const workshop: Workshop = {
    models: createModelStore(baseUrl, readFileAsResponse),
    gallery: createGalleryStore(baseUrl, readFileAsResponse),
    backend: BACKEND,
    current: undefined,
  };
  return {
    async encode(image, settings) {
      const encoding = await encode(workshop, image, settings, 'en');
      const chinese = await captions(workshop, 'zh');
      const gallery = await workshop.gallery.open(encoding.understanding.model.sha256);
      return { encoding, captions: [...encoding.understanding.captions, ...chinese], gallery };
    },
  };
}

/** Node's `fetch` has no files. */
const readFileAsResponse: FetchFile = async (url) => {
  try {
    return new Response(new Uint8Array(await readFile(fileURLToPath(url))));
  } catch (error) {
    return new Response(String(error), { status: 404 });
  }
};
