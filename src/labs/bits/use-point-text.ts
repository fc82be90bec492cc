/** The plane's points and figures in words. */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { CodebookSize } from '../../model/types';
import type { Measure, Way } from './series';
import { bitsTexts } from './texts';

const WAY_TEXTS = {
  'vqvae-16': 'tokens16',
  'vqvae-8': 'tokens8',
  jpeg: 'jpeg',
  webp: 'webp',
  thumbnail: 'thumbnail',
  pca: 'pca',
  'kMeans-16': 'kMeans16',
  'kMeans-8': 'kMeans8',
} as const satisfies Record<Way, keyof typeof bitsTexts.table>;

export const NONE = '–';

export function usePointText() {
  const t = useTexts(bitsTexts);
  const number = useNumbers();
  return useMemo(
    () => ({
      wayText: (way: Way) => t(WAY_TEXTS[way]),
      sizeText: (codebook: CodebookSize) => (codebook === 'inf' ? t('unlimited') : t('entries', { size: number(codebook) })),
      /** dB without a limit for equal pictures. */
      valueText: (measure: Measure, value: number | null | undefined) => {
        if (value === undefined) return NONE;
        if (measure === 'ssim') return value === null ? NONE : number(value, 3);
        return t('decibels', { value: value === null ? '∞' : number(value, 1) });
      },
      bitsText: (bits: number) => t('bitsOf', { bits: number(bits) }),
    }),
    [t, number],
  );
}
