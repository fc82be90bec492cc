/** What a row of the table, or of the chart of redrawings, is called. */
import { useCallback } from 'react';
import type { Change } from '../../dataset/changes';
import { useTexts } from '../../i18n/use-texts';
import type { TableRow } from './rows';
import { survivesTexts } from './texts';
import type { StrengthText } from './use-strength-text';

const WHO = { 'same-house': 'sameHouse', 'other-artist': 'otherArtist', 'unseen-artist': 'unseenArtist' } as const;

export function useRowName(change: Change, strengthText: StrengthText): (strength: TableRow['strength']) => string {
  const t = useTexts(survivesTexts);
  return useCallback(
    (strength) => {
      if (strength === 'unrelated') return t('unrelated');
      return typeof strength === 'number' ? strengthText(change, strength) : t('evaluationOf', { who: t(WHO[strength]) });
    },
    [t, change, strengthText],
  );
}
