/** How contrastive batches are widened: drawings exchanged for further artists', and things that icons of two sets show. */
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/dataset/rng';
import { solo } from '../../../src/model/collective';
import type { Further } from '../../../training/further';
import { createFurtherDrawings } from '../../../training/recipes/further-drawings';

const ICON = 64 * 64;
const RENDERING = ICON * 4;

/** Concept 0 drawn once more; nine names, each drawn by three sets, whose icons are of one opacity, that of their number. */
const items = Array.from({ length: 27 }, (_, i) => ({ name: Math.floor(i / 3), set: i % 3 }));
const further: Further = {
  renderings: { artists: [], items: [{ concept: 0, artist: 0 }] },
  pixels: new Uint8Array(RENDERING).fill(7),
  icons: { sets: [], names: items.map(({ name }) => `n${name}`), items },
  alpha: Uint8Array.from({ length: 27 * ICON }, (_, i) => 1 + Math.floor(i / ICON)),
  sha256: { further: '', furtherRest: '' },
};
const own = [() => new Uint8Array(RENDERING).fill(1), () => new Uint8Array(RENDERING).fill(2)] as const;
const drawings = createFurtherDrawings(further, solo);

describe('redraw', () => {
  it('puts a further drawing in the place of either one, for some of the concepts that have one', () => {
    const random = createRng('redraw');
    const seen = Array.from({ length: 400 }, () => drawings.redraw(0, own, random).map((draw) => draw()[0]));
    const share = (pair: readonly number[]) => seen.filter(([a, b]) => a === pair[0] && b === pair[1]).length / seen.length;
    expect(share([1, 2])).toBeCloseTo(0.6, 1);
    expect(share([7, 2])).toBeCloseTo(0.2, 1);
    expect(share([1, 7])).toBeCloseTo(0.2, 1);
  });

  it('leaves a concept alone that no further artist drew', () => {
    const random = createRng('none');
    for (let i = 0; i < 20; i++) expect(drawings.redraw(1, own, random).map((draw) => draw()[0])).toEqual([1, 2]);
  });
});

describe('things', () => {
  it('make up a quarter of the rows, each another name, drawn by two sets', () => {
    const random = createRng('things');
    for (let i = 0; i < 20; i++) {
      const things = drawings.things(16, random);
      expect(things).toHaveLength(4);
      expect(new Set(things.map(({ row }) => row)).size).toBe(4);
      for (const { row, pair } of things) {
        const icons = pair.map((draw) => (draw()[3] as number) - 1);
        expect(icons.map((icon) => items[icon]?.name)).toEqual([row, row]);
        expect(items[icons[0] as number]?.set).not.toBe(items[icons[1] as number]?.set);
      }
    }
  });

  it('are of one colour, never close to white', () => {
    const random = createRng('colour');
    const colours = Array.from({ length: 50 }, () => drawings.things(4, random)[0]?.pair[0]() as Uint8Array);
    for (const rgba of colours) {
      expect(Math.max(...rgba.subarray(0, 3))).toBeLessThan(200);
      expect([...rgba.subarray(RENDERING - 4)]).toEqual([...rgba.subarray(0, 4)]);
    }
    expect(new Set(colours.map((rgba) => rgba.subarray(0, 3).join())).size).toBeGreaterThan(30);
  });

  it('are other ones on each worker', () => {
    const workers = [0, 1].map((rank) => createFurtherDrawings(further, { ...solo, size: 2, rank }));
    const random = createRng('workers');
    const rows = workers.map(
      (worker) =>
        new Set(
          Array.from({ length: 30 }, () => worker.things(8, random))
            .flat()
            .map(({ row }) => row),
        ),
    );
    expect([...(rows[0] as Set<number>)].filter((row) => rows[1]?.has(row))).toEqual([]);
    expect((rows[0]?.size ?? 0) + (rows[1]?.size ?? 0)).toBe(9);
  });
});
