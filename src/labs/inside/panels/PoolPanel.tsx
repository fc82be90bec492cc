/** Attention pooling: one learned question, and what each head takes from which patch. */
import { useTexts } from '../../../i18n/use-texts';
import { SignedBars } from '../../../ui/SignedBars';
import { ValueTable } from '../../shared/ValueTable';
import { sideOf } from '../arrays';
import { FormulaCard } from '../FormulaCard';
import { attentionFormula } from '../formulas/attention';
import { cellAt } from '../place';
import { insideTexts } from '../texts';
import { HeadMaps } from './HeadMaps';
import type { PanelProps } from './panel';
import { WeightTable } from './WeightTable';

export function PoolPanel({ shown, view, look }: PanelProps) {
  const t = useTexts(insideTexts);
  const { heads, pool, patches } = shown.trace.understanding;
  const head = Math.min(view.head, heads - 1);
  const side = sideOf(patches);
  const key = cellAt(view.place, side);
  const { values } = pool.output;
  return (
    <div className="inside-panel">
      <div className="inside-visual">
        <div className="inside-choices">
          <HeadMaps
            pixels={shown.picture.image.data}
            attention={pool}
            heads={heads}
            head={head}
            query={0}
            cell={key}
            side={side}
            symbol="pool-alpha pool-score pool-key"
            onHead={(next) => look({ head: next })}
          />
        </div>
        <p className="inside-note">{t('poolHeadsNote')}</p>
        <figure data-symbol="vector-h">
          <SignedBars className="inside-bars" label={t('pooledBars', { count: values.length })} values={values} />
          <figcaption className="inside-note">{t('pooledBars', { count: values.length })}</figcaption>
        </figure>
        <WeightTable attention={pool} heads={heads} head={head} query={0} symbol="pool-alpha pool-score" />
        <ValueTable summary={t('valuesAll', { count: values.length })} values={values} />
      </div>
      <FormulaCard formula={attentionFormula('pool', { attention: pool, heads, head, query: 0, key })} />
    </div>
  );
}
