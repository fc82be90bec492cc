/** The one number that a move along a dimension has pushed, before and after, beside the size that the vector's numbers have. */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { ShownMove } from './move-store';
import { paintTexts } from './texts';
import { moved } from './vectors';

const DECIMALS = 3;

export function MovedNumber({ shown: { ends, move } }: { readonly shown: ShownMove }) {
  const t = useTexts(paintTexts);
  const number = useNumbers();
  const after = useMemo(() => moved(ends.from, ends.to, move), [ends, move]);
  const { dimension } = move;
  return (
    <p className="paint-note tabular" data-figure="moved-number">
      {t('movedNumber', {
        dimension: number(dimension + 1),
        before: number(ends.from[dimension] as number, DECIMALS),
        after: number(after[dimension] as number, DECIMALS),
        count: number(ends.from.length),
        low: number(Math.min(...ends.from), DECIMALS),
        high: number(Math.max(...ends.from), DECIMALS),
      })}
    </p>
  );
}
