/** `npm run figures`: writes the figures of the models' manifests into README.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readManifests } from './figures/read-manifests';
import { withFigures } from './figures/readme-section';

writeFileSync('README.md', withFigures(readFileSync('README.md', 'utf8'), readManifests('public/models')));
