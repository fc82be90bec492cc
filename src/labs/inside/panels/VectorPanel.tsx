/** The vector: what the pool gives, projected and scaled to length one. */
import { useMemo } from 'react';
import { useTexts } from '../../../i18n/use-texts';
import { RangeSlider } from '../../../ui/RangeSlider';
import { SignedBars } from '../../../ui/SignedBars';
import { ValueTable } from '../../shared/ValueTable';
import { FormulaCard } from '../FormulaCard';
import { vectorFormula } from '../formulas/vector';
import { insideTexts } from '../texts';
import type { PanelProps } from './panel';

export function VectorPanel({ shown, view, look }: PanelProps) {
  const t = useTexts(insideTexts);
  const { embedding, projection, pool } = shown.trace.understanding;
  const { values } = embedding;
  const dimension = Math.min(view.dimension, values.length - 1);
  const chosen = useMemo(() => values.map((value, i) => (i === dimension ? value : 0)), [values, dimension]);
  return (
    <div className="inside-panel">
      <div className="inside-visual">
        <figure data-symbol="vector-x vector-norm">
          <SignedBars
            className="inside-bars inside-bars-tall"
            label={t('vectorBars', { count: values.length })}
            values={values}
            outlines={chosen}
          />
          <figcaption className="inside-note">{t('vectorBars', { count: values.length })}</figcaption>
        </figure>
        <div data-symbol="vector-dimension">
          <RangeSlider
            label={t('dimension')}
            low={0}
            high={values.length - 1}
            step={1}
            value={dimension}
            onChange={(next) => look({ dimension: next })}
            textOf={(value) => t('channelOf', { channel: value + 1, count: values.length })}
          />
        </div>
        <ValueTable symbol="vector-x" summary={t('valuesAll', { count: values.length })} values={values} />
      </div>
      <FormulaCard
        formula={vectorFormula('vector', { linear: projection, input: pool.output.values, at: 0, dimension, isUnit: true })}
      />
    </div>
  );
}
