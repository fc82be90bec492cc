/** Paths of the TypeScript files under the folders named, from the root of the repository. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const sourceFiles = (folders: readonly string[]): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name).replaceAll('\\', '/')),
    )
    .filter((path) => /\.tsx?$/.test(path));
