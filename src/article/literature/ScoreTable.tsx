/** The figures behind a chart, by the numbers of its points. */
import { useArticle } from '../components/context';
import type { ScoreName } from './schema';
import { formatScore } from './score-values';
import { literatureTexts, SCORE_TEXTS, sideOf } from './texts';
import { rowId, type View } from './views';

export function ScoreTable({ view }: { readonly view: View }) {
  const { x, y, group, points } = view;
  const { say, language } = useArticle();
  const columns: readonly ScoreName[] = y ? [x, y] : [x];
  return (
    <table className="literature-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{say(literatureTexts.number)}</span>
          </th>
          <th scope="col">{say(literatureTexts.system)}</th>
          {columns.map((score) => (
            <th key={score} scope="col" data-side={sideOf(score)}>
              {say(SCORE_TEXTS[score])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point, i) => (
          <tr key={point.id} id={rowId(view, point)} tabIndex={-1}>
            <td className="tabular">{i + 1}</td>
            <th scope="row">{say(point.name)}</th>
            {columns.map((score) => (
              <td key={score} className="tabular">
                {formatScore(point, score, group, language) ?? say(literatureTexts.notMeasured)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
