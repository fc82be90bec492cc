/** Figures that no chart shows, because their group has one of them only. */
import { Fragment } from 'react';
import { Cite } from '../components/Cite';
import { useArticle } from '../components/context';
import { GROUPS, PAPER_NAMES } from './points';
import { formatScore } from './score-values';
import { literatureTexts, SCORE_TEXTS } from './texts';
import { scoresOf, unchartedGroups } from './views';

export function LoneFigures() {
  const { say, language } = useArticle();
  return (
    <details className="literature-others">
      <summary>{say(literatureTexts.others)}</summary>
      <dl>
        {unchartedGroups(GROUPS).map((group) =>
          group.points.map((point) => (
            <Fragment key={`${group.paper} ${point.id}`}>
              <dt>{say(point.name)}</dt>
              <dd>
                {scoresOf(group).map((score) => (
                  <span key={score} className="literature-lone">
                    {`${say(SCORE_TEXTS[score])} ${formatScore(point, score, group, language) ?? say(literatureTexts.notMeasured)}`}
                  </span>
                ))}{' '}
                {say(group.note)} {`${PAPER_NAMES[group.paper]} · `}
                <Cite id={group.paper} at={group.at} />
              </dd>
            </Fragment>
          )),
        )}
      </dl>
    </details>
  );
}
