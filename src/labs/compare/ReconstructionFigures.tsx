/** How close the reconstruction is and what it costs, as four figures. They belong to the picture shown. */
import { memo } from 'react';
import type { GenerationResult } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { compareTexts } from './texts';

const PENDING = '–';

export const ReconstructionFigures = memo(function ReconstructionFigures({
  generation,
}: {
  readonly generation: GenerationResult | null;
}) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const metrics = generation?.metrics;

  const usage = () => {
    if (!generation || generation.codebook === 'inf' || generation.metrics.codesUsed === null) return t('notQuantised');
    return t('usedOf', { used: number(generation.metrics.codesUsed), size: number(generation.codebook) });
  };
  const figures = [
    {
      symbol: 'psnr mse',
      term: t('psnr'),
      value: metrics && t('decibels', { value: metrics.psnr === null ? '∞' : number(metrics.psnr, 1) }),
    },
    { symbol: undefined, term: t('ssim'), value: metrics && number(metrics.ssim, 3) },
    { symbol: 'bits', term: t('bitsPerImage'), value: metrics && number(metrics.bitsPerImage) },
    { symbol: undefined, term: t('codebookUsage'), value: metrics && usage() },
  ];
  return (
    <dl className="figures">
      {figures.map(({ symbol, term, value }) => (
        <div key={term} data-symbol={symbol}>
          <dt>{term}</dt>
          <dd className="tabular">{value ?? PENDING}</dd>
        </div>
      ))}
    </dl>
  );
});
