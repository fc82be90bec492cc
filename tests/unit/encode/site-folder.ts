/** The fixture site as files, for the shell to read. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Site } from '../engine/fixture-site';

/** Writes every file of the site below `folder`. */
export function writeSite(site: Site, folder: string): void {
  for (const [path, bytes] of site) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
