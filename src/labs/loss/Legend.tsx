/** What the colours of the matrices stand for, and what the framed cells are. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { Picture } from '../lab';
import type { Positives } from './batch';
import type { Sides } from './sides';
import { lossTexts } from './texts';

interface LegendProps {
  readonly sides: Sides;
  readonly positives: Positives;
  /** What the batch begins with, if that is the picture that all labs share. */
  readonly lead: Picture['kind'] | null;
}

/** Of the framed cells. */
export const framedTextOf = (positives: Positives) => (positives === 'diagonal' ? 'falseNegative' : 'trueAfterAll');

export function Legend({ sides, positives, lead }: LegendProps) {
  const t = useTexts(lossTexts);
  const number = useNumbers();
  const framedText = sides.framed.length === 0 ? 'noFalseNegative' : framedTextOf(positives);
  return (
    <div className="loss-legend">
      <p className="tabular">
        {t('axes')}
        <span className="loss-ramp" aria-hidden="true">
          <span>{t('pull')}</span>
          <i />
          <span>{t('push')}</span>
        </span>
      </p>
      <p className="tabular">{t('scaleOfColours', { limit: number(sides.limit, 2) })}</p>
      <p className="loss-framed">{t(framedText)}</p>
      {lead && <p>{t(lead === 'own' ? 'ownLedNote' : 'ledNote')}</p>}
    </div>
  );
}
