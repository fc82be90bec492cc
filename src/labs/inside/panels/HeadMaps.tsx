/** What every head looks at, laid over the picture: clear where it looks. */
import { Fragment, useMemo } from 'react';
import type { TracedAttention } from '../../../engine/trace';
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { IMAGE_SIZE } from '../../../model/types';
import { CellOutline } from '../../../ui/CellOutline';
import { Choice } from '../../../ui/Choice';
import { PixelImage } from '../../../ui/PixelImage';
import { WeightLayer } from '../../../ui/WeightLayer';
import { weightsOf } from '../arithmetic';
import { descending, largest, valueAt } from '../arrays';
import { insideTexts } from '../texts';

interface HeadMapsProps {
  readonly pixels: Uint8Array;
  readonly attention: TracedAttention;
  readonly heads: number;
  readonly head: number;
  /** Whose look it is. */
  readonly query: number;
  /** The patch that is framed. */
  readonly cell: number;
  /** Absent where the question is learned and no patch's. */
  readonly patch?: number;
  readonly side: number;
  readonly symbol: string;
  readonly onHead: (head: number) => void;
}

/** How much of each patch is veiled: nothing of the one looked at most. */
export const veilOf = (weights: Float32Array): Float32Array => {
  const most = largest(weights);
  return weights.map((weight) => 1 - weight / most);
};

export function HeadMaps({ pixels, attention, heads, head, query, cell, patch, side, symbol, onHead }: HeadMapsProps) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const rows = useMemo(() => Array.from({ length: heads }, (_, h) => weightsOf(attention, h, query)), [attention, heads, query]);
  return (
    <>
      <Choice
        label={t('head')}
        isLabelShown
        options={rows.map((_, h) => ({ value: String(h), content: String(h + 1) }))}
        value={String(head)}
        onChange={(value) => onHead(Number(value))}
      />
      <div className="inside-heads" data-symbol={symbol}>
        {rows.map((weights, h) => {
          const most = descending(weights)[0] ?? 0;
          const told = { head: h + 1, most: most + 1, weight: number(valueAt(weights, most), 3) };
          const label = patch === undefined ? t('poolMap', told) : t('headMap', { ...told, patch: patch + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: heads are their places
            <Fragment key={h}>
              <div className="inside-head-map" data-chosen={h === head || undefined}>
                <PixelImage pixels={pixels} side={IMAGE_SIZE} label={label}>
                  <WeightLayer className="inside-veil" weights={veilOf(weights)} side={side} />
                  <CellOutline grid={side} cell={cell} />
                </PixelImage>
              </div>
            </Fragment>
          );
        })}
      </div>
    </>
  );
}
