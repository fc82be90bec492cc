/** The literature's charts: which there are, how their axes run, and that the page has them all. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ArticleContext } from '../../../src/article/components/context';
import { axisFor } from '../../../src/article/literature/axis';
import { LiteratureFigure } from '../../../src/article/literature/LiteratureFigure';
import { labelPlaces } from '../../../src/article/literature/label-places';
import { GROUPS, PAPER_NAMES } from '../../../src/article/literature/points';
import { type LiteratureGroup, literatureSchema } from '../../../src/article/literature/schema';
import { formatScore } from '../../../src/article/literature/score-values';
import { unchartedGroups, viewsOf } from '../../../src/article/literature/views';
import { LANGUAGES } from '../../../src/i18n/language';

const text = { zh: '一', en: 'one' };
const group = (scores: LiteratureGroup['points'][number]['scores'][]): LiteratureGroup => ({
  paper: 'p',
  at: 'Table 1',
  note: text,
  points: scores.map((each, i) => ({ id: `${i}`, name: text, scores: each })),
});
const idsOf = (...groups: LiteratureGroup[]) => viewsOf('p', groups).map(({ id }) => id);

describe('views', () => {
  test('set understanding against reconstruction and against generation', () => {
    const both = { pope: 80, vqav2: 60, rfid: 1, gfid: 3 };
    expect(idsOf(group([both, both]))).toEqual(['pope-rfid', 'vqav2-rfid', 'pope-gfid', 'vqav2-gfid']);
  });

  test('set reconstruction against generation only where nothing was understood', () => {
    expect(
      idsOf(
        group([
          { rfid: 1, gfid: 3 },
          { rfid: 2, gfid: 2 },
        ]),
      ),
    ).toEqual(['rfid-gfid']);
  });

  test('keep points that have one of the two scores, but need two that have both', () => {
    const [view] = viewsOf('p', [group([{ pope: 80, rfid: 1 }, { pope: 70, rfid: 2 }, { pope: 60 }])]);
    expect(view?.points).toHaveLength(3);
    expect(idsOf(group([{ pope: 80, rfid: 1 }, { pope: 70 }]))).toEqual(['pope']);
  });

  test('never join two groups, let alone two papers', () => {
    expect(idsOf(group([{ pope: 80 }]), group([{ pope: 70 }]))).toEqual([]);
    for (const paper of Object.keys(PAPER_NAMES))
      for (const view of viewsOf(paper, GROUPS)) {
        expect(view.group.paper).toBe(paper);
        expect(view.group.points).toEqual(expect.arrayContaining([...view.points]));
      }
  });

  test('leave no figure out', () => {
    const shown = new Set(Object.keys(PAPER_NAMES).flatMap((paper) => viewsOf(paper, GROUPS).map((view) => view.group)));
    expect([...shown, ...unchartedGroups(GROUPS)].length).toBe(GROUPS.length);
    for (const each of shown) {
      const drawn = viewsOf(each.paper, GROUPS).filter((view) => view.group === each);
      for (const point of each.points)
        expect(
          drawn.some(({ points }) => points.includes(point)),
          point.id,
        ).toBe(true);
    }
  });
});

describe('axes', () => {
  test.each(['higher', 'lower'] as const)('run towards what is better: %s', (better) => {
    const axis = axisFor([10, 20, 30], better);
    const places = [10, 20, 30].map(axis.place);
    expect(places).toEqual([...places].sort((a, b) => (better === 'higher' ? a - b : b - a)));
    for (const place of places) expect(place).toBeGreaterThan(0);
    for (const place of places) expect(place).toBeLessThan(1);
  });

  test.each([[[0.72, 0.82]], [[902, 1373]], [[215.76, 51.74]], [[5, 5]], [[0.29, 97]]])('mark even steps within %j', (values) => {
    const { ticks, decimals, place } = axisFor(values, 'higher');
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(6);
    for (const tick of ticks) {
      expect(place(tick)).toBeGreaterThanOrEqual(0);
      expect(place(tick)).toBeLessThanOrEqual(1);
      expect(Number(tick.toFixed(decimals))).toBe(tick);
    }
  });
});

test('numbers beside points cover neither points nor each other', () => {
  const points = [
    { x: 100, y: 100 },
    { x: 103, y: 101 },
    { x: 112, y: 93 },
  ];
  const labels = labelPlaces(points);
  for (const [i, label] of labels.entries())
    for (const other of [...points, ...labels.slice(i + 1)])
      expect(Math.hypot(label.x - other.x, label.y - other.y)).toBeGreaterThanOrEqual(11);
});

test('a column of scores keeps its decimals; usage stays as printed', () => {
  const scores = group([
    { rfid: 0.7, usage: 97 },
    { rfid: 1.46, usage: 0.29 },
  ]);
  const [first, second] = scores.points;
  if (!first || !second) throw new Error('the group lacks its points');
  expect(formatScore(first, 'rfid', scores, 'en')).toBe('0.70');
  expect(formatScore(first, 'usage', scores, 'zh')).toBe('97%');
  expect(formatScore(second, 'gfid', scores, 'en')).toBeUndefined();
  expect(formatScore(first, 'rfid', { ...scores, decimals: { rfid: 3 } }, 'en')).toBe('0.700');
  expect(formatScore({ ...first, approximate: ['rfid'] }, 'rfid', scores, 'en')).toBe('≈\u20600.7');
});

test('data without a score, a note, a place or a point is refused', () => {
  const good = { paper: 'p', at: 'Table 1', note: text, points: [{ id: 'a', name: text, scores: { rfid: 1 } }] };
  expect(literatureSchema.safeParse({ groups: [good] }).success).toBe(true);
  for (const bad of [
    { ...good, points: [] },
    { ...good, note: { zh: '一' } },
    { ...good, at: undefined },
    { ...good, points: [{ ...good.points[0], scores: { fid: 1 } }] },
    { ...good, points: [{ ...good.points[0], scores: { rfid: '1' } }] },
  ])
    expect(literatureSchema.safeParse({ groups: [bad] }).success).toBe(false);
});

describe.each(LANGUAGES)('the figure in %s', (language) => {
  const complaints: string[] = [];
  const html = renderToStaticMarkup(
    <ArticleContext value={{ language, read: () => undefined, labs: [], complain: (complaint) => complaints.push(complaint) }}>
      <LiteratureFigure />
    </ArticleContext>,
  );
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);

  test('has a chart and a table for each view, each point a link to its row', () => {
    const views = Object.keys(PAPER_NAMES).flatMap((paper) => viewsOf(paper, GROUPS));
    expect(all(/<svg class="(literature-chart)"/g)).toHaveLength(views.length);
    expect(all(/<table class="(literature-table)"/g)).toHaveLength(views.length);
    const links = all(/<a class="literature-point" href="#([^"]+)"/g);
    expect(links).toHaveLength(views.reduce((count, { points }) => count + points.length, 0));
    expect(links.filter((id) => !html.includes(` id="${id}"`))).toEqual([]);
    const ids = all(/ id="([^"]+)"/g);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('heads each group with the paper’s short name: authors and year are shared by several', () => {
    const heads = all(/<th scope="rowgroup"[^>]*>([^<]*)<a class="cite"/g);
    expect(heads).toEqual(GROUPS.map(({ paper }) => `${PAPER_NAMES[paper]} · `));
  });

  test('names every point with its scores', () => {
    const names = all(/<a class="literature-point" href="[^"]+" aria-label="([^"]+)"/g);
    expect(names.filter((name) => !/^\d+\. .+\d/.test(name))).toEqual([]);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});
