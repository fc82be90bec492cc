/** What the README says is so: commands, files, figures. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageFile from '../../../package.json';
import { readManifests } from '../../../training/figures/read-manifests';
import { withFigures } from '../../../training/figures/readme-section';
import { readToldResults } from '../../../training/figures/write';

const readme = readFileSync('README.md', 'utf8');
const matches = (pattern: RegExp) => [...readme.matchAll(pattern)].map((match) => match[1]!);

test('every command that it names exists', () => {
  const named = matches(/npm run ([a-z:]+)/g);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in packageFile.scripts))).toEqual([]);
});

test('every file that it links to or shows exists', () => {
  const linked = matches(/\]\((?!https?:)([^)#]+)\)/g);
  expect(linked).toContain('LICENSE');
  expect(linked.filter((path) => !existsSync(path))).toEqual([]);
});

test('every file that its map or its prose names exists', () => {
  const named = matches(/\b((?:src|training|scripts|public|tests)\/[\w./-]*\w)/g);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test('its figures are those of the manifests and of the results', () => {
  const manifests = readManifests('public/models');
  expect(withFigures(readme, manifests, readToldResults('.', manifests))).toBe(readme);
});

test('a result of other weights is not told', () => {
  const manifests = structuredClone(readManifests('public/models'));
  expect(readToldResults('.', manifests).e4).toBeDefined();
  for (const group of manifests['vqvae-8'].weightsManifest) group.sha256 = 'a'.repeat(64);
  expect(readToldResults('.', manifests).e4).toBeUndefined();
});

test('how long the whole took is told of a whole run, and of no trial', () => {
  const manifests = readManifests('public/models');
  const stage = (seconds: number) => ({ inputs: '0'.repeat(64), outputs: '0'.repeat(64), seconds });
  const reproduction = {
    machine: { processor: 'Abacus', cores: 2, node: 'v1' },
    trial: false,
    stages: { data: stage(60), 'train contrastive': stage(7200), gallery: stage(120) },
  };
  expect(withFigures(readme, manifests, { reproduction })).toContain(
    'took 2 h 3 min on 2 cores (Abacus, Node v1): training contrastive 2 h 0 min; everything else 3 min.',
  );
  expect(withFigures(readme, manifests, { reproduction: { ...reproduction, trial: true } })).not.toContain('Abacus');
});

test('what sharing one network costs is told where it was measured, and only there', () => {
  const manifests = structuredClone(readManifests('public/models'));
  const vqvae = manifests['vqvae-16'];
  if (vqvae.family !== 'vqvae') throw new Error('the manifests are mixed up');
  for (const id of ['vqvae-16', 'vqvae-8'] as const) {
    const manifest = manifests[id];
    if (manifest.family === 'vqvae') delete manifest.publishedSharing;
  }
  vqvae.sharing = { command: '', steps: 7, batch: 5, seed: 1, psnr: [{ codebook: 16, shared: 1.234, alone: 2.345 }] };
  expect(withFigures(readme, manifests)).toMatch(
    /Early in training.*16×16: 7 steps of 5 pictures.*\n\n.*\n.*\n\| 16 \| 1\.23 \| 2\.35 \|/,
  );
  expect(withFigures(readme, manifests)).not.toContain('The published weights. Held-out');
  vqvae.publishedSharing = { ...vqvae.sharing, steps: 25_000, weights: 'a'.repeat(64) };
  expect(withFigures(readme, manifests)).toMatch(/The published weights\. Held-out.*16×16: 25,000 steps of 5 pictures/);
  for (const id of ['vqvae-16', 'vqvae-8'] as const) {
    const manifest = manifests[id];
    if (manifest.family !== 'vqvae') continue;
    delete manifest.sharing;
    delete manifest.publishedSharing;
  }
  expect(withFigures(readme, manifests)).not.toContain('One network serves');
});

test('a manifest that lacks a figure is named', () => {
  const manifests = structuredClone(readManifests('public/models'));
  delete manifests['vqvae-8'].metrics.stored['psnr/16/photos'];
  expect(() => withFigures(readme, manifests)).toThrow('the manifest of vqvae-8 has no figure psnr/16/photos');
});
