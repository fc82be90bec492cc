/** One cell's vector, and how far it is from every entry of the codebook. */
import { useMemo } from 'react';
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { RangeSlider } from '../../../ui/RangeSlider';
import { SignedBars } from '../../../ui/SignedBars';
import { ChartTable } from '../../shared/ChartTable';
import { ascending, descending, sideOf, valueAt, vectorAt } from '../arrays';
import { DistanceRow } from '../DistanceRow';
import { FormulaCard } from '../FormulaCard';
import { distanceFormula } from '../formulas/quantise';
import { vectorFormula } from '../formulas/vector';
import { cellAt } from '../place';
import { insideTexts } from '../texts';
import { PairTable } from './PairTable';
import type { PanelProps } from './panel';

export function DistancesPanel({ shown, view, look }: PanelProps) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const { features, head, latents, entries, distances } = shown.trace.generation;
  const cell = cellAt(view.place, sideOf(latents));
  const latent = vectorAt(latents, cell);
  const row = useMemo(() => vectorAt(distances, cell), [distances, cell]);
  const order = useMemo(() => ascending(row), [row]);
  const isFree = row.length === 0;
  const rank = Math.min(view.rank, row.length - 1);
  const [nearest = 0, compared = 0] = [order[0], order[rank]];
  const entry = isFree ? null : vectorAt(entries, compared);
  const bars = t('latentBars', { count: latent.length });
  const dimension = descending(latent.map(Math.abs))[0] ?? 0;
  return (
    <div className="inside-panel">
      <div className="inside-visual">
        <figure data-symbol="distances-z distances-e">
          <SignedBars className="inside-bars" label={bars} values={latent} outlines={entry} />
          <figcaption className="inside-note">
            {isFree ? bars : t('barsWithNote', { bars, note: t('latentBarsNote') })}
          </figcaption>
        </figure>
        {isFree ? (
          <p className="inside-note">{t('free')}</p>
        ) : (
          <>
            <div data-symbol="distances-d argmin-d">
              <DistanceRow
                label={t('distanceRow', {
                  count: number(row.length),
                  k: nearest,
                  distance: number(valueAt(row, nearest), 4),
                  most: number(valueAt(row, order.at(-1) ?? 0), 4),
                })}
                distances={row}
                nearest={nearest}
                compared={compared}
              />
              <p className="inside-note">{t('distanceRowNote')}</p>
            </div>
            <div data-symbol="distances-k">
              <RangeSlider
                label={t('rank')}
                low={0}
                high={row.length - 1}
                step={1}
                value={rank}
                onChange={(next) => look({ rank: next })}
                textOf={(value) => t('rankText', { rank: value + 1, k: order[value] ?? 0 })}
              />
            </div>
            <ChartTable
              symbol="distances-d"
              summary={t('distanceTable', { count: number(row.length) })}
              columns={[t('entry'), t('distance')]}
              rows={() => order}
              cells={(k) => [String(k), number(valueAt(row, k), 4)]}
            />
          </>
        )}
        <PairTable
          symbol={entry ? 'distances-z distances-e' : 'distances-z'}
          bars={{ name: t('encoderGave'), values: latent }}
          outlines={entry && { name: t('entryNumber', { k: compared }), values: entry }}
        />
      </div>
      <div className="inside-formulas">
        <FormulaCard
          formula={vectorFormula('distances', {
            linear: head,
            input: vectorAt(features, cell),
            at: cell,
            dimension,
            isUnit: !isFree,
          })}
        />
        {entry && <FormulaCard formula={distanceFormula(latent, entry, compared, valueAt(row, compared))} />}
      </div>
    </div>
  );
}
