/** The transformer's blocks: what each head looks at from the patch chosen, and what becomes of that patch. */
import { useTexts } from '../../../i18n/use-texts';
import { Choice } from '../../../ui/Choice';
import { SignedBars } from '../../../ui/SignedBars';
import { weightsOf } from '../arithmetic';
import { descending, sideOf, vectorAt } from '../arrays';
import { FormulaCard } from '../FormulaCard';
import { attentionFormula } from '../formulas/attention';
import { cellAt } from '../place';
import { insideTexts } from '../texts';
import { HeadMaps } from './HeadMaps';
import { PairTable } from './PairTable';
import type { PanelProps } from './panel';
import { WeightTable } from './WeightTable';

export function AttentionPanel({ shown, view, look }: PanelProps) {
  const t = useTexts(insideTexts);
  const { heads, blocks, patches } = shown.trace.understanding;
  const block = Math.min(view.block, blocks.length - 1);
  const attention = blocks[block];
  if (!attention) return <p className="inside-note">{t('noBlocks')}</p>;
  const head = Math.min(view.head, heads - 1);
  const side = sideOf(patches);
  const query = cellAt(view.place, side);
  const key = descending(weightsOf(attention, head, query))[0] ?? 0;
  const after = vectorAt(attention.output, query);
  const before = vectorAt(blocks[block - 1]?.output ?? patches, query);
  return (
    <div className="inside-panel">
      <div className="inside-visual">
        <div className="inside-choices">
          {blocks.length > 1 && (
            <Choice
              label={t('layer')}
              isLabelShown
              options={blocks.map((_, i) => ({ value: String(i), content: String(i + 1) }))}
              value={String(block)}
              onChange={(value) => look({ block: Number(value) })}
            />
          )}
          <HeadMaps
            pixels={shown.picture.image.data}
            attention={attention}
            heads={heads}
            head={head}
            query={query}
            cell={query}
            patch={query}
            side={side}
            symbol="attention-alpha attention-score"
            onHead={(next) => look({ head: next })}
          />
        </div>
        <p className="inside-note">{t('headsNote')}</p>
        <figure data-symbol="attention-query attention-key">
          <SignedBars className="inside-bars" label={t('tokenBars', { count: after.length })} values={after} outlines={before} />
          <figcaption className="inside-note">
            {t('barsWithNote', { bars: t('tokenBars', { count: after.length }), note: t('tokenBarsNote') })}
          </figcaption>
        </figure>
        <WeightTable attention={attention} heads={heads} head={head} query={query} symbol="attention-alpha attention-score" />
        <PairTable bars={{ name: t('afterBlock'), values: after }} outlines={{ name: t('beforeBlock'), values: before }} />
      </div>
      <div>
        <FormulaCard formula={attentionFormula('attention', { attention, heads, head, query, key })} />
        <p className="inside-note">{t('formulaStrongest')}</p>
      </div>
    </div>
  );
}
