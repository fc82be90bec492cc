/** The tour gives back what it borrowed: all that still stands as it set it, nothing that the reader changed meanwhile. */
import { beforeEach, expect, test, vi } from 'vitest';
import { readAddress, writeAddress } from '../../../src/app/address';
import { createSharedChoice } from '../../../src/app/chosen';
import { createLabLink } from '../../../src/app/lab-link';
import { createTourLender, LAB_SETTINGS } from '../../../src/app/tour-loan';
import type { Picture, SharedState } from '../../../src/labs/lab';
import { TOUR_STEPS } from '../../../src/tour/steps';
import { plainImage } from '../compare/results';

const image = plainImage(10);
const sample = (concept: string, artist = 'noto'): Picture => ({ kind: 'sample', concept, artist, image });
const OWN: Picture = { kind: 'own', name: 'holiday.jpg', image };

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** A page with the labs that stops ask, reduced to what they keep. */
function openPage(query: string, picture: Picture) {
  let search = query;
  const share = (changes: Parameters<typeof writeAddress>[1]) => {
    search = writeAddress(search, changes);
  };
  const { address } = readAddress(query);
  const chosen = createSharedChoice(address, share);
  chosen.begin(picture);
  const link = createLabLink();
  let finding: Pick<SharedState, 'phrase' | 'like'> = address;
  const find = (next: typeof finding) => {
    finding = { ...(next.phrase ? { phrase: next.phrase } : {}), ...(next.like ? { like: next.like } : {}) };
    share({ phrase: finding.phrase, like: finding.like });
  };
  link.onAsked(({ k, grid, phrase, like }) => {
    if (k || grid) chosen.choose({ ...(k ? { codebook: k } : {}), ...(grid ? { grid } : {}) });
    if (phrase !== undefined || like !== undefined) find({ ...(phrase ? { phrase } : {}), ...(like ? { like } : {}) });
  });
  // A drawing comes later, unless another picture has been chosen.
  link.onAsked((asked) => {
    const before = chosen.get().picture;
    if (asked.sample)
      setTimeout(() => before === chosen.get().picture && chosen.show(sample(asked.sample!.concept, asked.sample!.artist)), 50);
  });
  link.onAsked(({ temperature }) => temperature && link.tell({ temperature }));
  link.onAsked(({ change, strength }) => change && link.tell({ change, strength: strength ?? 4 }));
  link.tell({ temperature: address.temperature ?? 0.1, change: 'blur', strength: 2 });
  let shown = chosen.get().picture;
  chosen.subscribe(() => {
    if (chosen.get().picture !== shown) find({});
    shown = chosen.get().picture;
  });
  let told: SharedState = {};
  link.onTold((state) => {
    told = state;
  });
  return {
    chosen,
    link,
    find,
    lend: createTourLender({ chosen, link, share, query: () => search }),
    query: () => search,
    told: () => told,
    finding: () => finding,
  };
}

const settle = () => vi.advanceTimersByTime(1_000);

test('picture, settings and address are as they were, the reader’s own picture among them', () => {
  const page = openPage('?temperature=0.05&phrase=red+fruit&backend=wasm', OWN);
  const loan = page.lend();
  for (const { asks } of TOUR_STEPS) {
    if (asks) loan.ask(asks);
    settle();
  }
  expect(page.chosen.get()).toMatchObject({ picture: { concept: '1F431' }, settings: { grid: 8, codebook: 256 } });
  expect(page.told()).toMatchObject({ temperature: 0.1, change: 'redraw' });
  loan.giveBack();
  settle();
  expect(page.chosen.get()).toEqual({ picture: OWN, settings: { grid: 16, codebook: 128 } });
  expect(page.told()).toMatchObject({ temperature: 0.05, change: 'blur', strength: 2 });
  expect(Object.fromEntries(new URLSearchParams(page.query()))).toEqual({
    temperature: '0.05',
    phrase: 'red fruit',
    backend: 'wasm',
  });
});

test('what the reader changed by hand stays, also where a later stop has set it again', () => {
  const page = openPage('?sample=1F355&k=32', sample('1F355'));
  const loan = page.lend();
  loan.ask({ sample: '1F431.noto', k: '128', grid: '16' });
  settle();
  page.chosen.show(sample('1F436'));
  page.chosen.choose({ codebook: 16 });
  loan.ask({ sample: '1F431.twemoji', grid: '8' });
  settle();
  loan.giveBack();
  settle();
  expect(page.chosen.get()).toMatchObject({ picture: sample('1F436'), settings: { grid: 16, codebook: 16 } });
  expect(page.query()).toBe('?sample=1F436.noto&k=16');
});

test('a drawing that comes after the tour was left changes nothing', () => {
  const page = openPage('?sample=1F355', sample('1F355'));
  const loan = page.lend();
  loan.ask({ sample: '1F431.noto', k: '4' });
  loan.giveBack();
  settle();
  expect(page.chosen.get()).toMatchObject({ picture: sample('1F355'), settings: { codebook: 128 } });
  expect(page.query()).toBe('?sample=1F355');
});

test('finding goes by the picture again, or by what the reader looked for meanwhile', () => {
  const page = openPage('', sample('1F355'));
  const first = page.lend();
  first.ask({ like: '1F431' });
  first.giveBack();
  settle();
  expect(page.finding()).toEqual({});

  const second = page.lend();
  second.ask({ like: '1F431' });
  page.find({ phrase: 'dog' });
  second.giveBack();
  settle();
  expect(page.finding()).toEqual({ phrase: 'dog' });
});

test('a tour begun before all is back finds what is the reader’s', () => {
  const page = openPage('?temperature=0.05', sample('1F355'));
  const first = page.lend();
  first.ask({ temperature: '0.1' });
  first.giveBack();
  const second = page.lend();
  second.ask({ temperature: '0.1' });
  second.giveBack();
  settle();
  expect(page.told()).toMatchObject({ temperature: 0.05 });
});

test('all that stops ask for is given back', () => {
  const known = new Set(['sample', 'k', 'grid', ...LAB_SETTINGS.flatMap(({ keys }) => keys)]);
  for (const { asks } of TOUR_STEPS) for (const key of Object.keys(asks ?? {})) expect(known).toContain(key);
});
