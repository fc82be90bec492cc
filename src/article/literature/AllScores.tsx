/** Every figure of the literature in one table, paper by paper: what the overview's small charts show without words. */
import { Fragment } from 'react';
import { Cite } from '../components/Cite';
import { useArticle } from '../components/context';
import { GROUPS, PAPER_NAMES } from './points';
import { formatScore } from './score-values';
import { literatureTexts, SCORE_TEXTS } from './texts';
import { scoresOf } from './views';

export function AllScores() {
  const { say, language } = useArticle();
  return (
    <details className="literature-others">
      <summary>{say(literatureTexts.allScores)}</summary>
      <div className="scroller">
        <table className="literature-all">
          <thead>
            <tr>
              <th scope="col">{say(literatureTexts.system)}</th>
              <th scope="col">{say(literatureTexts.scores)}</th>
            </tr>
          </thead>
          {GROUPS.map((group) => (
            <tbody key={`${group.paper} ${group.at}`}>
              <tr>
                <th scope="rowgroup" colSpan={2}>
                  {/* Authors and year alone are shared by several papers. */}
                  {`${PAPER_NAMES[group.paper]} · `}
                  <Cite id={group.paper} at={group.at} />
                </th>
              </tr>
              {group.points.map((point) => (
                <tr key={point.id}>
                  <th scope="row">{say(point.name)}</th>
                  <td className="tabular">
                    {scoresOf(group).map((score) => {
                      const figure = formatScore(point, score, group, language);
                      return (
                        figure !== undefined && (
                          <Fragment key={score}>
                            <span className="literature-lone">{`${say(SCORE_TEXTS[score])} ${figure}`}</span>{' '}
                          </Fragment>
                        )
                      );
                    })}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </details>
  );
}
