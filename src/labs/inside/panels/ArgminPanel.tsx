/** The choice: the grid of tokens, and the distances that the chosen one came out of. */
import { useMemo } from 'react';
import { useNumbers } from '../../../i18n/use-numbers';
import { useSentenceSpace } from '../../../i18n/use-sentence-space';
import { useTexts } from '../../../i18n/use-texts';
import { TokenGrid } from '../../../ui/TokenGrid';
import { paintCode } from '../../shared/paint-code';
import { ascending, depthOf, sideOf, valueAt, vectorAt } from '../arrays';
import { codeOf } from '../code-of';
import { FormulaCard } from '../FormulaCard';
import { argminFormula } from '../formulas/quantise';
import { cellAt, middleOf } from '../place';
import { insideTexts } from '../texts';
import type { Measured } from '../use-measured';
import type { PanelProps } from './panel';

/** Entries that the formula compares. */
const COMPARED = 3;

export function ArgminPanel({ shown, view, look, measured }: PanelProps & { readonly measured: Measured }) {
  const space = useSentenceSpace();
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const { latents, tokens, distances, entries } = shown.trace.generation;
  const grid = sideOf(latents);
  const cell = cellAt(view.place, grid);
  const painted = useMemo(() => paintCode(codeOf(shown.trace), ''), [shown.trace]);
  const row = vectorAt(distances, cell);
  if (tokens.length === 0) return <p className="inside-note">{t('free')}</p>;
  const nearest = ascending(row)
    .slice(0, COMPARED)
    .map((k) => ({ k, distance: valueAt(row, k) }));
  const spoken = painted.names.map((token, i) =>
    t('tokenCell', { row: Math.floor(i / grid) + 1, column: (i % grid) + 1, token }),
  );
  return (
    <div className="inside-panel">
      <div className="inside-visual">
        <div className="inside-tokens" data-symbol="argmin-token">
          <TokenGrid
            label={t('tokenGrid', { grid })}
            grid={grid}
            colours={painted.cells}
            names={painted.names}
            spoken={spoken}
            active={cell}
            selected={cell}
            onSelect={(next) => look({ place: middleOf(next, grid) })}
            onPoint={() => undefined}
          />
        </div>
        <p className="inside-note tabular">
          {t('tokensUsed', { used: number(new Set(tokens).size), size: number(entries.values.length / depthOf(entries)) })}
          {space}
          {measured.usage !== null && t('evaluationUsage', { share: number(100 * measured.usage, 0) })}
        </p>
      </div>
      <FormulaCard formula={argminFormula(nearest)} />
    </div>
  );
}
