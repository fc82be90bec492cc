/** How large the files of a built page are, on the disk and on the wire. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FileSize {
  /** Path from the root of the page. */
  readonly path: string;
  readonly raw: number;
  /** Bytes of the precompressed form, or of the file itself where it does not shrink. */
  readonly gzip: number;
  readonly brotli: number;
}

/** The file that a path asked of the server means, by its path from the root of the page. */
export const servedFile = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path).slice(1);

const sizeOf = async (path: string) => (await stat(path)).size;

/** Sizes of one file of the page built in `folder`. */
export async function fileSize(folder: string, path: string): Promise<FileSize> {
  const full = join(folder, path);
  const raw = await sizeOf(full);
  const compressed = (extension: string) => sizeOf(`${full}.${extension}`).catch(() => raw);
  return { path, raw, gzip: await compressed('gz'), brotli: await compressed('br') };
}

/** Sizes of all files under `under`, a folder of the page; empty where there is no such folder. */
export async function folderSizes(folder: string, under: string): Promise<FileSize[]> {
  const entries = await readdir(join(folder, under), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name));
  return Promise.all(files.map((entry) => fileSize(folder, join(entry.parentPath, entry.name).slice(folder.length + 1))));
}

export const total = (sizes: readonly FileSize[], kind: 'raw' | 'gzip' | 'brotli') =>
  sizes.reduce((sum, size) => sum + size[kind], 0);
