/** A step of a change in words: its strength with its unit, or who redraws. */
import { useCallback } from 'react';
import type { Change } from '../../dataset/changes';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { survivesTexts } from './texts';

const UNITS = {
  shift: 'pixels',
  rotate: 'degrees',
  recolour: 'degrees',
  blur: 'sigmaPixels',
  noise: 'sigmaLevels',
  occlude: 'pixels',
  jpeg: 'quality',
} as const satisfies Record<Exclude<Change, 'redraw'>, keyof typeof survivesTexts.table>;

export type StrengthText = (change: Change, strength: number) => string;

/** @param artistNames those who can redraw, as readers know them */
export function useStrengthText(artistNames: readonly string[]): StrengthText {
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  return useCallback(
    (change, strength) =>
      change === 'redraw'
        ? (artistNames[strength] ?? '')
        : t(UNITS[change], { value: number(strength, Number.isInteger(strength) ? 0 : 2) }),
    [artistNames, number, t],
  );
}
