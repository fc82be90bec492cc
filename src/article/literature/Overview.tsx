/**
 * All papers at a glance: the first chart of each, small, with axes of its own, so that no point stands beside another paper's.
 * Pointing at one and pressing chooses its paper. For the eye only: the row of papers above and their tables say the same in words.
 */
import { useArticle } from '../components/context';
import { axisFor } from './axis';
import { SCORES, type ScoreName } from './schema';
import { literatureTexts, SCORE_TEXTS, sideOf } from './texts';
import type { View } from './views';

const WIDTH = 160;
const HEIGHT = 96;
const EDGE = 8;

const axisOf = ({ points }: View, score: ScoreName) =>
  axisFor(
    points.flatMap(({ scores }) => scores[score] ?? []),
    SCORES[score].better,
  );

function SmallChart({ view }: { readonly view: View }) {
  const { x: xScore, y: yScore, points } = view;
  const xAxis = axisOf(view, xScore);
  const yAxis = yScore && axisOf(view, yScore);
  const [bottom, right] = [HEIGHT - EDGE, WIDTH - EDGE];
  const spots = points.flatMap(({ id, scores }) => {
    const [x, y] = [scores[xScore], yScore && scores[yScore]];
    if (x === undefined || (yAxis && y === undefined)) return [];
    const height = yAxis && y !== undefined ? yAxis.place(y) : 0.5;
    return { id, cx: EDGE + xAxis.place(x) * (right - EDGE), cy: bottom - height * (bottom - EDGE) };
  });
  return (
    <svg className="literature-small" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line className="literature-axis" data-side={sideOf(xScore)} x1={EDGE} y1={bottom} x2={right} y2={bottom} />
      {yScore && <line className="literature-axis" data-side={sideOf(yScore)} x1={EDGE} y1={EDGE} x2={EDGE} y2={bottom} />}
      {spots.map(({ id, cx, cy }) => (
        <circle key={id} className="literature-dot" data-side={yScore ? 'neither' : sideOf(xScore)} cx={cx} cy={cy} r="4" />
      ))}
    </svg>
  );
}

interface OverviewProps {
  readonly papers: readonly { readonly paper: string; readonly name: string; readonly views: readonly View[] }[];
  /** Id of the radio button that chooses a paper. */
  readonly idOf: (paper: string) => string;
}

export function Overview({ papers, idOf }: OverviewProps) {
  const { say } = useArticle();
  const better = (score: ScoreName): string => `${say(SCORE_TEXTS[score])} · ${say(literatureTexts.better)}`;
  return (
    <div className="literature-overview" aria-hidden="true">
      {papers.map(({ paper, name, views: [view] }) => {
        return (
          view && (
            <div key={paper} data-chooses={idOf(paper)}>
              <strong>{name}</strong>
              <span className="literature-up" data-side={view.y ? sideOf(view.y) : 'neither'}>
                {view.y ? `${better(view.y)} ↑` : '\u00a0'}
              </span>
              <SmallChart view={view} />
              <span className="literature-along" data-side={sideOf(view.x)}>{`${better(view.x)} →`}</span>
            </div>
          )
        );
      })}
    </div>
  );
}
