/**
 * A formula, the same with the numbers of the picture, and what its symbols stand for. Pointing at a symbol, or at its thing, lights
 * up both; so does going to it by keyboard, and pressing it keeps it lit.
 */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTexts } from '../../i18n/use-texts';
import { Formula } from '../../ui/Formula';
import type { FilledFormula } from './formulas/formula';
import { usePinned } from './pinned';
import { insideTexts } from './texts';
import './FormulaCard.css';

/** Of the width of a digit, as in the page's other numbers. */
const MINUS = '\u2212';

export function FormulaCard({ formula }: { readonly formula: FilledFormula }) {
  const t = useTexts(insideTexts);
  const { pinned, pin } = usePinned();
  return (
    <div className="inside-formula">
      <Formula tex={formula.symbolic} />
      <div className="inside-formula-filled">
        <span className="visually-hidden">{t('filled')}</span>
        <Formula tex={formula.filled} />
      </div>
      <ul aria-label={t('symbols')}>
        {formula.legend.map(({ symbol, tex, meaning, value }) => (
          <li key={symbol}>
            <ToggleButton
              className="inside-symbol"
              isSelected={pinned === symbol}
              onChange={(isPinned) => pin(isPinned ? symbol : null)}
              aria-label={
                value === undefined ? t(meaning) : t('symbolSpoken', { meaning: t(meaning), value: value.replace('-', MINUS) })
              }
              data-symbol={symbol}
            >
              <Formula tex={tex} isInline />
              <span className="inside-symbol-meaning">{t(meaning)}</span>
              {value !== undefined && <span className="tabular">{value.replace('-', MINUS)}</span>}
            </ToggleButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
