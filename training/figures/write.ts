/** Writes the README's section of figures from what is published below a folder. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { e4Schema } from '../../src/results/e4';
import { changedWeights, hashesOf } from '../../src/results/freshness';
import { reproductionSchema } from '../../src/results/reproduce';
import { type PublishedManifests, readManifests } from './read-manifests';
import { type ToldResults, withFigures } from './readme-section';

/** The published results that the README tells; those that are not there, or were measured on other weights, are left out. Throws when one is not valid. */
export function readToldResults(root: string, manifests: PublishedManifests): ToldResults {
  const read = <Schema extends z.ZodMiniType>(schema: Schema, name: string): z.infer<Schema> | undefined => {
    const path = join(root, 'public', 'results', name);
    return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
  };
  const [e4, reproduction] = [read(e4Schema, 'e4.json'), read(reproductionSchema, 'reproduce.json')];
  const isCurrent = e4 && changedWeights(e4, hashesOf(Object.values(manifests))).length === 0;
  return { ...(isCurrent && { e4 }), ...(reproduction && { reproduction }) };
}

/** @param root folder with README.md and public/ */
export function writeFigures(root: string): void {
  const readme = join(root, 'README.md');
  const manifests = readManifests(join(root, 'public', 'models'));
  writeFileSync(readme, withFigures(readFileSync(readme, 'utf8'), manifests, readToldResults(root, manifests)));
}
