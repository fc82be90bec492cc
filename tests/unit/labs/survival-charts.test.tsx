/** The charts of what survives: the lines of a change that grows, and the lines of those who redraw. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { i18n } from '../../../src/i18n/i18n';
import { RedrawChart } from '../../../src/labs/survives/RedrawChart';
import { rowsOf } from '../../../src/labs/survives/rows';
import { SurvivalChart } from '../../../src/labs/survives/SurvivalChart';
import { plainImage } from '../compare/results';

beforeAll(async () => {
  await i18n.changeLanguage('en');
});

const unrelated = { cosine: -0.2, tokensChanged: 0.9, image: plainImage(3) };
const strengthText = (_: string, strength: number) => `artist ${strength}`;
const count = (html: string, part: string) => html.split(part).length - 1;

test('a line for every artist, also for those not looked at yet, and the unrelated picture last', () => {
  const trace = [{ level: 1, cosine: 0.75, tokensChanged: 0.5 }];
  const html = renderToStaticMarkup(
    <RedrawChart
      rows={rowsOf('redraw', 8, trace, unrelated, null)}
      artists={['a', 'b', 'c']}
      level={1}
      unrelated={unrelated.image}
      strengthText={strengthText}
    />,
  );
  expect(html.match(/(?<=class="survival-name">)(artist \d|unrelated picture)/g)).toEqual([
    'artist 0',
    'artist 1',
    'artist 2',
    'unrelated picture',
  ]);
  expect(count(html, 'data-now="true"')).toBe(1);
  // Of the one looked at and of the unrelated picture, in both codes; a cosine below nothing is nothing.
  const places = [...html.matchAll(/inset-inline-start:([\d.]+)%/g)].map(([, place]) => Number(place));
  expect(places).toEqual([75, 50, 0, 10].map((place) => expect.closeTo(place)));
});

test('a curve has a point for every step measured, and the step shown has its dot', () => {
  const trace = [0, 4, 16].map((level) => ({ level, cosine: 1 - level / 32, tokensChanged: level / 16 }));
  const html = renderToStaticMarkup(
    <SurvivalChart
      change="shift"
      level={4}
      grid={16}
      trace={trace}
      unrelated={unrelated}
      evaluation={null}
      strengthText={strengthText}
    />,
  );
  const lines = [...html.matchAll(/class="survival-own" points="([^"]*)"/g)].map(([, points]) => points?.split(' '));
  expect(lines.map((points) => points?.length)).toEqual([3, 3]);
  expect(lines[1]?.[2]).toBe('86,100');
  expect(count(html, 'survival-dot-now')).toBe(2);
});
