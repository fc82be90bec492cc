/** The chart's numbers: a row a strength. */
import type { Change } from '../../dataset/changes';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { Average } from '../../results/envelope';
import { TableFrame } from '../shared/TableFrame';
import type { TableRow } from './rows';
import { survivesTexts } from './texts';
import { useRowName } from './use-row-name';
import type { StrengthText } from './use-strength-text';

interface SurvivalTableProps {
  readonly rows: readonly TableRow[];
  readonly change: Change;
  readonly strengthText: StrengthText;
}

const NONE = '–';

export function SurvivalTable({ rows, change, strengthText }: SurvivalTableProps) {
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  const nameOf = useRowName(change, strengthText);
  const percent = (share: number | null | undefined) =>
    share === null || share === undefined ? NONE : t('percent', { value: number(100 * share, 1) });
  const cosine = (value: number | undefined) => (value === undefined ? NONE : number(value, 3));
  const spread = (average: Average | undefined, factor: number, decimals: number) =>
    average ? `${number(factor * average.mean, decimals)} ± ${number(factor * average.sd, decimals)}` : NONE;
  return (
    <details className="survives-table">
      <summary>{t('table')}</summary>
      <TableFrame className="survives-table-frame" label={t('chart')}>
        <table className="tabular">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t(change === 'redraw' ? 'artist' : 'strength')}
              </th>
              <th scope="colgroup" colSpan={2}>
                {t('thisPictureHead')}
              </th>
              <th scope="colgroup" colSpan={2}>
                {t('evaluationHead')}
              </th>
            </tr>
            <tr>
              <th scope="col">{t('cosine')}</th>
              <th scope="col">{t('tokensChanged')}</th>
              <th scope="col">{t('cosine')}</th>
              <th scope="col">{t('tokensChangedPercent')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.strength}>
                <th scope="row">{nameOf(row.strength)}</th>
                <td>{cosine(row.own?.cosine)}</td>
                <td>{percent(row.own?.tokensChanged)}</td>
                <td>{spread(row.set?.cosine, 1, 3)}</td>
                <td>{spread(row.set?.tokensChanged, 100, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </details>
  );
}
