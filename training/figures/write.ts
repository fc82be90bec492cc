/** Writes the README's section of figures from what is published below a folder. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Reproduction, reproductionSchema } from '../../src/results/reproduce';
import { readManifests } from './read-manifests';
import { withFigures } from './readme-section';

/** The published record of a whole reproduction; undefined where there is none. Throws when it is not valid. */
export function readReproduction(root: string): Reproduction | undefined {
  const path = join(root, 'public', 'results', 'reproduce.json');
  return existsSync(path) ? reproductionSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

/** @param root folder with README.md and public/ */
export function writeFigures(root: string): void {
  const readme = join(root, 'README.md');
  const manifests = readManifests(join(root, 'public', 'models'));
  writeFileSync(readme, withFigures(readFileSync(readme, 'utf8'), manifests, readReproduction(root)));
}
