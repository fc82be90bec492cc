/** The list of claims as it stands in the page: every entry, its counts, and a rule of the style sheet for every choice. */
import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { VERDICTS } from '../../../src/article/claims/claim';
import { CLAIMS } from '../../../src/article/claims/claims';
import { ClaimList } from '../../../src/article/components/ClaimList';
import { ArticleContext } from '../../../src/article/components/context';
import { LANGUAGES } from '../../../src/i18n/language';

const css = ['article', 'claims'].map((name) => readFileSync(`src/reader/${name}.css`, 'utf8')).join('\n');

describe.each(LANGUAGES)('in %s', (language) => {
  const complaints: string[] = [];
  const html = renderToStaticMarkup(
    <ArticleContext value={{ language, read: () => undefined, labs: [], complain: (complaint) => complaints.push(complaint) }}>
      <ClaimList />
    </ArticleContext>,
  );
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);

  test('every claim has its anchor, and nothing is complained of', () => {
    expect(all(/<li id="claim-(\d+)"/g)).toEqual(CLAIMS.map(({ id }) => String(id)));
    expect(complaints).toEqual([]);
  });

  test('the verdicts are counted', () => {
    const counts = all(/<span class="tabular">(\d+)<\/span>/g).map(Number);
    const expected = VERDICTS.map((verdict) => CLAIMS.filter((claim) => claim.verdict === verdict).length);
    expect(counts).toEqual([CLAIMS.length, ...expected]);
  });

  test('each pair of choices leaves an entry: claims, or a line that says there are none', () => {
    const entries = all(/<li ([^>]*)>/g);
    const sections = new Set(CLAIMS.map(({ section }) => section));
    for (const verdict of VERDICTS)
      for (const section of sections) {
        const left = entries.filter(
          (entry) => entry.includes(`data-verdict="${verdict}"`) && entry.includes(`data-claim-section="${section}"`),
        );
        const lines = left.filter((entry) => entry.includes('claim-none'));
        expect(left.length).toBeGreaterThan(0);
        expect(lines.length).toBe(left.length === lines.length ? 1 : 0);
      }
  });

  test('each choice has its rule, which leaves the claim that a link led to', () => {
    const attribute = { 'claim-verdict': 'data-verdict', 'claim-section': 'data-claim-section' };
    for (const [name, data] of Object.entries(attribute)) {
      const values = all(new RegExp(`<input type="radio" name="${name}"[^>]* value="([^"]+)"`, 'g')).filter(
        (value) => value !== 'all',
      );
      expect(values.length).toBeGreaterThan(3);
      for (const value of values)
        expect(css).toMatch(
          new RegExp(`\\[value="${value}"\\]:checked\\) \\.claim-entry:not\\(\\[${data}="${value}"\\], :target\\)`),
        );
    }
  });
});
