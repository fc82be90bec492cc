/** Which entries of the codebook this picture uses, and how often, as parts of one strip and as a table. */
import { useMemo } from 'react';
import type { GenerationResult } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { ShareStrip } from '../../ui/ShareStrip';
import { ChartTable } from '../shared/ChartTable';
import type { PaintedCode } from '../shared/paint-code';
import { entryShares } from './codes';
import { compareTexts } from './texts';

interface UsageStripProps {
  readonly generation: GenerationResult | null;
  readonly painted: PaintedCode | null;
  readonly activeCell: number;
}

export function UsageStrip({ generation, painted, activeCell }: UsageStripProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const parts = useMemo(() => (generation && painted ? entryShares(generation, painted.palette) : []), [generation, painted]);
  const isQuantised = generation !== null && generation.codebook !== 'inf';
  const label = isQuantised
    ? t('usageStrip', {
        used: number(parts.length),
        size: number(Number(generation.codebook)),
        share: number((100 * (parts[0]?.count ?? 0)) / generation.tokens.length),
      })
    : t('notQuantised');
  const percent = (count: number) => t('percent', { value: number((100 * count) / (generation?.tokens.length ?? 1), 1) });
  return (
    <>
      <ShareStrip label={label} parts={isQuantised ? parts : []} marked={generation?.tokens[activeCell]} />
      {generation?.codebook !== 'inf' && (
        <ChartTable
          summary={t('usageTable')}
          columns={[t('entryId'), t('cells'), t('share')]}
          rows={() => parts}
          cells={({ key, count }) => [number(key), number(count), percent(count)]}
        />
      )}
    </>
  );
}
