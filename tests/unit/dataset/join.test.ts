/** Joining drawings to concepts, on the installed packages: names old and new, codes, files, and what is left out. */
import { describe, expect, it } from 'vitest';
import { ARTISTS } from '../../../training/data/artists';
import { buildConcepts } from '../../../training/data/concepts';
import { codepointKey, loadEmojis } from '../../../training/data/emojibase';
import { loadIconPackage, resolveIcon } from '../../../training/data/iconify';
import { type Joined, joinArtists } from '../../../training/data/join';
import { createNameIndex, squashName } from '../../../training/data/name-index';
import overrides from '../../../training/data/name-overrides.json';
import unflippable from '../../../training/data/unflippable.json';

const { emojis, components } = loadEmojis();
const joined = joinArtists(ARTISTS, emojis);
const by = (id: string): Joined => {
  const own = joined[ARTISTS.findIndex((artist) => artist.id === id)];
  if (!own) throw new Error(`no artist ${id}`);
  return own;
};
const nameOf = (id: string, hexcode: string): string | undefined => {
  const drawing = by(id).drawings.get(hexcode);
  return drawing?.kind === 'svg' ? drawing.name : drawing?.path.split('/').at(-1);
};

describe('loadEmojis', () => {
  it('has a label in both languages for every emoji, and no components', () => {
    expect(emojis.every(({ label }) => label.en && label.zh)).toBe(true);
    expect(emojis.some(({ group }) => group === 'component')).toBe(false);
    expect(components).toContain('medium skin tone');
    expect(components).toContain('regional indicator A');
  });

  it('compares code points without variation selectors, zeros in front and tag ends', () => {
    expect(codepointKey('0023-FE0F-20E3')).toBe('23-20e3');
    expect(codepointKey('1F3F4-E0067-E007F')).toBe('1f3f4-e0067');
  });
});

describe('createNameIndex', () => {
  const index = createNameIndex(
    emojis,
    [
      ['direct-hit', '1F3AF'],
      ['bear', 'WRONG'],
    ],
    { '1F52B': 'PISTOL' },
  );

  it('prefers CLDR names, then names of other sets, then formal names', () => {
    expect(index.find('bear')).toEqual({ hexcode: '1F43B', source: 'cldr' });
    expect(index.find('direct-hit')).toEqual({ hexcode: '1F3AF', source: 'other-set' });
    expect(index.find('pistol')).toEqual({ hexcode: '1F52B', source: 'unicode' });
    expect(index.find('no such thing')).toBeUndefined();
  });

  it('reads flags as older sets write them', () => {
    expect(index.find('flag-for-japan')?.hexcode).toBe('1F1EF-1F1F5');
    expect(index.find('flag-for-flag-japan')?.hexcode).toBe('1F1EF-1F1F5');
  });

  it('squashes spelling', () => {
    expect(squashName('Piñata & Co. #1')).toBe(squashName('pinata-and-co-hash1'));
  });
});

describe('joinArtists', () => {
  it('meets one concept under old and new names', () => {
    expect(nameOf('noto', '1F43B')).toBe('bear');
    expect(nameOf('emojione', '1F43B')).toBe('bear-face');
    expect(nameOf('fxemoji', '1F415')).toBe('dogside');
    expect(nameOf('fluent-emoji-3d', '1F43B')).toBe('1f43b.webp');
    expect(nameOf('emojione', '1F3CF')).toBe('cricket-game');
    expect(nameOf('emojione', '1F997')).toBeUndefined(); // the insect came later
  });

  it('mirrors an alias that says so', () => {
    const drawing = by('fluent-emoji').drawings.get('1F449');
    expect(drawing).toMatchObject({ kind: 'svg', name: 'backhand-index-pointing-left', mirrored: true });
    expect(by('fluent-emoji').drawings.get('1F448')).toMatchObject({ mirrored: false });
  });

  it('shows no drawing for two concepts, and accounts for every drawing', () => {
    for (const artist of ARTISTS.filter((a) => a.join !== 'files')) {
      const own = by(artist.id);
      const shown = [...own.drawings.values()].map((d) => (d.kind === 'svg' ? `${d.name}${d.mirrored}` : d.path));
      expect(new Set(shown).size).toBe(shown.length);
      const drawn = new Set([...own.drawings.values()].map((d) => (d.kind === 'svg' ? d.name : d.path)));
      const leftOut = [...own.leftOut.values()].reduce((sum, names) => sum + names.length, 0);
      expect(drawn.size + leftOut).toBe(Object.keys(loadIconPackage(artist.package).set.icons).length);
    }
  });

  it('leaves out skin tones in every set', () => {
    for (const { drawings } of joined) {
      for (const drawing of drawings.values()) {
        expect(drawing.kind === 'svg' ? drawing.name : drawing.path).not.toMatch(/skin-tone|1f3f[b-f]/);
      }
    }
  });

  it('reaches the size that training counts on', () => {
    const trained = ARTISTS.flatMap((artist) => (artist.role === 'train' ? [by(artist.id).drawings.size] : []));
    expect(emojis.length).toBeGreaterThan(1900);
    expect(trained.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(10_000);
    expect(by('openmoji').drawings.size).toBeGreaterThan(1900);
  });
});

describe('hand-kept lists', () => {
  it('override only drawings and emoji that exist', () => {
    const hexcodes = new Set(emojis.map((emoji) => emoji.hexcode));
    for (const [id, names] of Object.entries(overrides)) {
      const artist = ARTISTS.find((a) => a.id === id);
      const { set } = loadIconPackage(artist?.package ?? '');
      for (const [name, hexcode] of Object.entries(names)) {
        expect(resolveIcon(set, name), name).toBeDefined();
        if (hexcode !== null) expect(hexcodes.has(hexcode), `${name}: ${hexcode}`).toBe(true);
      }
    }
  });

  it('name only labels, groups and subgroups that exist', () => {
    const labels = new Set(emojis.map((emoji) => emoji.label.en));
    expect(unflippable.labels.filter((label) => !labels.has(label))).toEqual([]);
    expect(unflippable.groups.every((group) => emojis.some((emoji) => emoji.group === group))).toBe(true);
    expect(unflippable.subgroups.every((subgroup) => emojis.some((emoji) => emoji.subgroup === subgroup))).toBe(true);
  });
});

describe('buildConcepts', () => {
  const concepts = buildConcepts(
    emojis,
    emojis.map(() => []),
  );
  const find = (en: string) => concepts.find(({ label }) => label.en === en);

  it('marks sides in names, and mirrors neither them nor their family', () => {
    expect(find('left arrow')).toMatchObject({ sided: true, flippable: false });
    expect(find('person walking: facing right')).toMatchObject({ sided: true, flippable: false });
    expect(find('person walking')).toMatchObject({ sided: false, flippable: false });
    expect(find('counterclockwise arrows button')).toMatchObject({ sided: true, flippable: false });
  });

  it.each([
    'keycap: 5',
    'flag: Japan',
    'one o’clock',
    'first quarter moon',
    'calendar',
    'hundred points',
    'world map',
    'musical note',
  ])('never mirrors %s', (en) => {
    expect(find(en)?.flippable).toBe(false);
  });

  it.each(['cat face', 'red apple', 'rocket', 'grinning face', 'bright button'])('knows that %s names no side', (en) => {
    expect(find(en)?.sided).toBe(false);
  });
});
