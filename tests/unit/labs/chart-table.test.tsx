/** The table behind a chart costs nothing as long as nobody opens it. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { ChartTable } from '../../../src/labs/shared/ChartTable';

test('closed, there is its summary, and no row was asked for', () => {
  const rows = vi.fn(() => [1, 2]);
  const html = renderToStaticMarkup(<ChartTable summary="Numbers" columns={['a', 'b']} rows={rows} cells={() => ['x', 'y']} />);
  expect(html).toBe('<details class="value-table"><summary>Numbers</summary></details>');
  expect(rows).not.toHaveBeenCalled();
});

test('what formulas call it is told only where there is a name', () => {
  const html = renderToStaticMarkup(
    <ChartTable summary="Numbers" symbol="distances-d" columns={['a']} rows={() => []} cells={() => ['x']} />,
  );
  expect(html).toContain('<details class="value-table" data-symbol="distances-d">');
});
