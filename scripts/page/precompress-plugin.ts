/** Vite plugin: beside each built file that shrinks, its gzip and brotli forms, so that the server compresses nothing itself. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** A compressed form is kept only if it is at most this share of the file: less is not worth the decoding. */
const WORTHWHILE = 0.95;

const ENCODINGS = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  for (const [extension, compress] of Object.entries(ENCODINGS)) {
    const smaller = await compress(bytes);
    if (smaller.length <= bytes.length * WORTHWHILE) await writeFile(`${path}.${extension}`, smaller);
  }
}

export function precompressPlugin(): Plugin {
  let folder = '';
  let isWritten = false;
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    writeBundle() {
      isWritten = true;
    },
    async closeBundle() {
      // After a failure there is nothing to compress, and what failed is to be heard.
      if (!isWritten) return;
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      await Promise.all(files.map((entry) => compressFile(join(entry.parentPath, entry.name))));
    },
  };
}
