/** The heading of a chart, and what its colours, lines and dots stand for. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { survivesTexts } from './texts';

interface ChartHeadProps {
  /** Drawings of the evaluation set; null where it is not shown. */
  readonly count: number | null;
  /** As lines; otherwise as dots. */
  readonly isDrawn?: boolean;
}

export function ChartHead({ count, isDrawn = false }: ChartHeadProps) {
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  return (
    <figcaption>
      <h3>{t('chart')}</h3>
      <ul className="survival-legend">
        <li className="survival-und">
          <i />
          {t('cosineLine')}
        </li>
        <li className="survival-gen">
          <i />
          {t('tokensLine')}
        </li>
        <li>{t(isDrawn ? 'thisPicture' : 'thisPictureDots')}</li>
        {count !== null && (
          <li className="tabular">{t(isDrawn ? 'evaluationSet' : 'evaluationSetDots', { count: number(count) })}</li>
        )}
      </ul>
    </figcaption>
  );
}
