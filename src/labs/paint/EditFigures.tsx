/** How far the last edit reached: in cells of the code, and in pixels of the picture. */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { changedCells } from './edits';
import { spreadOf } from './locality';
import type { Shown } from './store';
import { paintTexts } from './texts';

const NONE = '–';

export function EditFigures({ shown }: { readonly shown: Shown }) {
  const t = useTexts(paintTexts);
  const number = useNumbers();
  const { before, after, ground } = shown;
  const { grid } = ground.settings;
  const total = grid * grid;
  const { edited, spread, unlike } = useMemo(() => {
    const cells = changedCells(before.tokens, after.tokens);
    return {
      edited: cells.length,
      spread: spreadOf(before.pixels, after.pixels, cells, grid),
      unlike: changedCells(ground.canvas.tokens, after.tokens).length,
    };
  }, [before, after, ground, grid]);
  const percent = (share: number) => t('percent', { value: number(100 * share, 1) });
  const rows = [
    ['cellsEdited', edited > 0 ? t('ofCells', { count: edited, total }) : t('none')],
    ['inside', spread.inside === null ? NONE : percent(spread.inside)],
    ['even', edited > 0 ? percent(edited / total) : NONE],
    ['area', edited > 0 ? percent(spread.area) : NONE],
    ['allEdits', t('ofCells', { count: unlike, total })],
  ] as const;
  return (
    <dl className="paint-figures tabular" aria-label={t('lastEdit')}>
      {rows.map(([key, value]) => (
        <div key={key} data-figure={key}>
          <dt>{t(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
