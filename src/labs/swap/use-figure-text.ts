/** Figures of a scale as texts. */
import { useCallback } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { Scale } from './measures';
import { swapTexts } from './texts';

const DECIMALS = { percent: 1, dB: 1, none: 2 } as const;

export type FigureText = (value: number, unit: Scale['unit']) => string;

export function useFigureText(): FigureText {
  const t = useTexts(swapTexts);
  const number = useNumbers();
  return useCallback(
    (value, unit) => {
      const text = number(value, DECIMALS[unit]);
      if (unit === 'none') return text;
      return unit === 'percent' ? t('percent', { value: text }) : t('decibels', { value: text });
    },
    [t, number],
  );
}
