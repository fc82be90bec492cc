/** The lab's state: late answers are dropped, looking costs no pass, and what is looked at goes into one text and back. */
import { describe, expect, test } from 'vitest';
import type { GenerationSettings } from '../../../src/engine/protocol';
import { BOXES } from '../../../src/labs/inside/boxes';
import { cellAt, middleOf } from '../../../src/labs/inside/place';
import { createInsideStore } from '../../../src/labs/inside/store';
import { FIRST_VIEW, openedView, openIn, packView, rejectedOf, unpackView, type View } from '../../../src/labs/inside/view';
import type { Picture } from '../../../src/labs/lab';
import { createFakeClient, settle } from '../compare/fake-client';
import { plainImage } from '../compare/results';

const settings: GenerationSettings = { grid: 8, codebook: 4 };
const apple: Picture = { kind: 'sample', concept: '1F34E', artist: 'noto', image: plainImage(10) };
const pear: Picture = { ...apple, concept: '1F350', image: plainImage(30) };

function open() {
  const fake = createFakeClient();
  const store = createInsideStore({
    engine: () => Promise.resolve(fake.client),
    requested: { picture: null, settings },
    view: FIRST_VIEW,
  });
  return { fake, state: () => store.getState() };
}

test('a picture is traced at its settings, and looking elsewhere asks for nothing', async () => {
  const { fake, state } = open();
  state().ask({ picture: apple, settings });
  await settle();
  expect(fake.last()).toMatchObject({ operation: 'trace', arguments: ['inside', apple.image, settings] });
  await fake.last().answer('made up');
  expect(state()).toMatchObject({ progress: { state: 'ready' }, shown: { picture: apple, trace: 'made up' } });
  state().look({ head: 2, place: middleOf(3, 16) });
  expect(state().view).toMatchObject({ head: 2, place: middleOf(3, 16), block: 0 });
  expect(fake.calls).toHaveLength(1);
});

test('answers about another picture or an older setting are dropped', async () => {
  const { fake, state } = open();
  state().ask({ picture: apple, settings });
  await settle();
  const late = fake.last();
  state().ask({ picture: pear, settings });
  await settle();
  await late.answer('of the apple');
  expect(state().shown).toBeNull();
  await fake.last().answer('of the pear');
  expect(state().shown).toMatchObject({ picture: pear, trace: 'of the pear' });

  state().ask({ picture: pear, settings: { grid: 8, codebook: 8 } });
  await settle();
  const older = fake.last();
  state().ask({ picture: pear, settings: { grid: 16, codebook: 8 } });
  await settle();
  await fake.last().answer('newer');
  await older.answer('older');
  expect(state().shown).toMatchObject({ settings: { grid: 16 }, trace: 'newer' });
});

test('a failure is told and can be tried again', async () => {
  const { fake, state } = open();
  state().ask({ picture: apple, settings });
  await settle();
  await fake.last().fail({ code: 'internal' });
  expect(state().progress).toMatchObject({ state: 'failed', failure: { code: 'internal' } });
  state().catchUp();
  await settle();
  await fake.last().answer('made up');
  expect(state().progress).toEqual({ state: 'ready' });
});

describe('the view as a text', () => {
  const looked: View = {
    open: ['patches', 'pool', 'distances'],
    place: middleOf(200, 16),
    block: 1,
    head: 3,
    dimension: 99,
    rank: 12,
    stages: { patches: 2, features: 1, decoder: 0 },
    channels: { patches: 100, features: 64, decoder: 7 },
  };

  test('comes back as it was', () => {
    for (const view of [FIRST_VIEW, looked, { ...looked, open: BOXES }]) expect(unpackView(packView(view))).toEqual(view);
  });

  test('keeps the cell of a coarser grid', () => {
    for (const cell of [0, 27, 63]) {
      const view = unpackView(packView({ ...looked, place: middleOf(cell, 8) }));
      expect(view && cellAt(view.place, 8)).toBe(cell);
    }
  });

  test('is looked at when the page opens, and not rejected', () => {
    const inside = packView(looked);
    expect(openedView({ inside })).toEqual(looked);
    expect(rejectedOf({ inside })).toEqual({});
    expect(openedView({})).toEqual(FIRST_VIEW);
    expect(rejectedOf({})).toEqual({});
  });

  test('may be a list of open boxes alone', () => {
    expect(unpackView('argmin-pool')).toEqual({ ...FIRST_VIEW, open: ['pool', 'argmin'] });
    expect(unpackView('none')).toEqual(FIRST_VIEW);
    expect(openIn(looked)).toBe(packView(looked).split('.')[0]);
  });

  test.each(['', 'sink', 'pool.1', 'sink.1.2.3.4.5.6.7.8.9.10.11', 'pool.999.0.0.0.0.0.0.0.0.0.0', 'pool.1.x.0.0.0.0.0.0.0.0.0'])(
    '“%s” stands for no view: the first one is shown, and the text rejected',
    (inside) => {
      expect(unpackView(inside)).toBeNull();
      expect(openedView({ inside })).toEqual(FIRST_VIEW);
      expect(rejectedOf({ inside })).toEqual({ inside });
    },
  );
});
