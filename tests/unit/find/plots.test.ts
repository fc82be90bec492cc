/** Places on the maps: what is where, what is seen of it, and how the address writes that. */
import { expect, test } from 'vitest';
import type { GalleryMaps } from '../../../src/dataset/maps';
import {
  bounded,
  FIRST_MAPS,
  fromFrame,
  MOST_ZOOM,
  nearestTo,
  nextTowards,
  ofConceptNearby,
  packMaps,
  panned,
  pointOf,
  pointsIn,
  siblings,
  spreadOf,
  toFrame,
  unpackMaps,
  WHOLE,
  zoomed,
} from '../../../src/labs/find/plots';

const purity = { space: { all: 0.5, heldOut: 0.5 }, map: { all: 0.5, heldOut: 0.5 } };
/** Four drawings of two concepts: the embedding has them in pairs by concept, the tokens by artist. */
const maps: GalleryMaps = {
  command: 'none',
  seed: 1,
  weights: { embedding: '0'.repeat(64), tokens: '0'.repeat(64) },
  distance: { embedding: '', tokens: '', pixels: '' },
  umap: { neighbours: 1, minDist: 0, epochs: 1 },
  neighbours: 1,
  concepts: { shown: 2, of: 2, heldOut: 0 },
  ceiling: { all: 1, heldOut: 1 },
  chance: { all: 0, heldOut: 0 },
  artists: ['noto', 'twemoji'],
  points: { concept: [0, 0, 7, 7], artist: [0, 1, 0, 1] },
  maps: {
    embedding: { purity, x: [100, 110, 900, 910], y: [100, 120, 900, 880] },
    tokens: { purity, x: [100, 900, 110, 910], y: [500, 500, 500, 500] },
    pixels: { purity, x: [0, 1023, 0, 1023], y: [0, 0, 1023, 1023] },
  },
};

test('the frame and the coordinates lead back to each other at any view', () => {
  for (const view of [WHOLE, { x: 200, y: 800, zoom: 7.5 }])
    expect(fromFrame(toFrame(321, view.x, view.zoom), view.x, view.zoom)).toBeCloseTo(321, 6);
  expect(toFrame(0, WHOLE.x, 1)).toBeGreaterThan(0);
  expect(toFrame(1023, WHOLE.x, 1)).toBeLessThan(1);
});

test('zooming keeps the place under the pointer, and stops at its ends', () => {
  const under = (view: typeof WHOLE) => fromFrame(0.7, view.x, view.zoom);
  const near = zoomed(WHOLE, 3, 0.7, 0.4);
  expect(near.zoom).toBe(3);
  expect(under(near)).toBeCloseTo(under(WHOLE), 6);
  expect(zoomed(near, 1e6).zoom).toBe(MOST_ZOOM);
  expect(zoomed(near, 1e-6)).toEqual(WHOLE);
});

test('a whole map cannot be moved, an enlarged one as far as its edge', () => {
  expect(panned(WHOLE, 0.5, 0.5)).toEqual(WHOLE);
  const near = zoomed(WHOLE, 4);
  expect(panned(near, 0.1, 0).x).toBeLessThan(near.x);
  const far = panned(near, 100, 0);
  expect(toFrame(0, far.x, far.zoom)).toBeLessThan(0.2);
  expect(bounded(far)).toEqual(far);
});

test('the nearest drawing within reach, or none', () => {
  expect(nearestTo(maps, 'embedding', 108, 118, 30)).toBe(1);
  expect(nearestTo(maps, 'embedding', 500, 500, 30)).toBeUndefined();
});

test('arrow keys go on in their direction, and not beyond the last', () => {
  expect(nextTowards(maps, 'tokens', 0, 1, 0)).toBe(2);
  expect(nextTowards(maps, 'tokens', 2, 1, 0)).toBe(1);
  expect(nextTowards(maps, 'tokens', 3, 1, 0)).toBeUndefined();
  expect(nextTowards(maps, 'pixels', 0, 0, 1)).toBe(2);
});

test('a brush holds what lies in it; where concepts huddle it spreads little', () => {
  const brushed = pointsIn(maps, { map: 'embedding', left: 0, top: 0, right: 300, bottom: 300 });
  expect(brushed).toEqual([0, 1]);
  expect(spreadOf(maps, 'embedding', brushed)).toBeLessThan(0.1);
  expect(spreadOf(maps, 'tokens', brushed)).toBeGreaterThan(0.9);
  expect(spreadOf(maps, 'tokens', [])).toBe(0);
});

test('neighbours of the concept are counted among as many as purity looks at', () => {
  expect(ofConceptNearby(maps, 'embedding', 0)).toBe(1);
  expect(ofConceptNearby(maps, 'tokens', 0)).toBe(0);
});

test('a drawing is found by concept and artist, and with its siblings', () => {
  expect(pointOf(maps, { row: 7, artist: 'twemoji' })).toBe(3);
  expect(pointOf(maps, { row: 7 })).toBe(2);
  expect(pointOf(maps, { row: 1 })).toBeUndefined();
  expect(siblings(maps, 7)).toEqual([2, 3]);
});

test('the address gives back what was packed, and passes over what it cannot read', () => {
  const state = {
    views: { ...FIRST_MAPS.views, tokens: { x: 300, y: 400, zoom: 2.5 } },
    area: { map: 'pixels', left: 10, top: 20, right: 500, bottom: 600 },
  } as const;
  const packed = packMaps(state) ?? '';
  expect(packed).toMatch(/^[a-z0-9.~-]{1,160}$/);
  expect(unpackMaps(packed)).toEqual({ ...state, views: { ...state.views, tokens: bounded(state.views.tokens) } });
  expect(packMaps(FIRST_MAPS)).toBeUndefined();
  expect(unpackMaps('e.1.2~b.q.1.2.3.4~z~b.e.9.9.1.1')).toEqual(FIRST_MAPS);
});
