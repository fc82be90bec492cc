/** One chart of the literature's figures. Its points carry the numbers of the rows of the table beside it, and lead there. */
import { useArticle } from '../components/context';
import { type Axis, axisFor } from './axis';
import { labelPlaces, type Spot } from './label-places';
import { type LiteraturePoint, SCORES, type ScoreName } from './schema';
import { formatNumber, formatScore } from './score-values';
import { literatureTexts, SCORE_TEXTS, sideOf } from './texts';
import { rowId, type View } from './views';

/** The drawing's own units; the plot's edges in them. */
const WIDTH = 420;
const LEFT = 48;
const RIGHT = 404;
/** Above the plot stand the upward axis's title, where there is one, and the name of the point under the pointer. */
const NAME_HEIGHT = 26;
const TITLE_HEIGHT = 18;
const PLOT_HEIGHT = 200;
const ROW_HEIGHT = 30;
const BELOW = 44;
const RADIUS = 5;

const axisOf = (score: ScoreName, points: readonly LiteraturePoint[]): Axis => {
  const values = points.map(({ scores }) => scores[score]).filter((value) => value !== undefined);
  return axisFor(values, SCORES[score].better);
};

interface PlacedPoint {
  readonly point: LiteraturePoint;
  /** Undefined where the score was not measured: the point then lies on the other score's axis. */
  readonly x: number | undefined;
  readonly y: number | undefined;
}

function Point({ placed, view, index, label, top, bottom }: PointProps) {
  const { say, language } = useArticle();
  const { point, x, y } = placed;
  const told = [view.x, view.y].flatMap((score) => {
    if (!score) return [];
    const figure = formatScore(point, score, view.group, language) ?? say(literatureTexts.notMeasured);
    return [`${say(SCORE_TEXTS[score])} ${figure}`];
  });
  const isWhole = x !== undefined && y !== undefined;
  const [cx, cy] = [x ?? LEFT, y ?? bottom];
  return (
    <a
      className="literature-point"
      href={`#${rowId(view, point)}`}
      aria-label={say({
        zh: `${index + 1}. ${point.name.zh}：${told.join('，')}`,
        en: `${index + 1}. ${point.name.en}: ${told.join(', ')}`,
      })}
    >
      {view.y && isWhole && (
        <>
          <line className="literature-drop" data-side={sideOf(view.x)} x1={cx} y1={cy} x2={cx} y2={bottom} />
          <line className="literature-drop" data-side={sideOf(view.y)} x1={LEFT} y1={cy} x2={cx} y2={cy} />
        </>
      )}
      <circle className={isWhole ? undefined : 'literature-hollow'} data-side={sideOf(view.x)} cx={cx} cy={cy} r={RADIUS} />
      <text className="literature-number" x={label.x} y={label.y} dy="0.35em">
        {index + 1}
      </text>
      <text className="literature-name" x={LEFT} y={top - 14}>
        {say(point.name)}
      </text>
    </a>
  );
}

interface PointProps {
  readonly placed: PlacedPoint;
  readonly view: View;
  readonly index: number;
  readonly label: Spot;
  /** Edges of the plot. */
  readonly top: number;
  readonly bottom: number;
}

export function ScoreChart({ view }: { readonly view: View }) {
  const { say, language } = useArticle();
  const { points, x: xScore, y: yScore } = view;
  const height = yScore ? PLOT_HEIGHT : ROW_HEIGHT * points.length;
  const top = NAME_HEIGHT + (yScore ? TITLE_HEIGHT : 0);
  const bottom = top + height;
  const xAxis = axisOf(xScore, points);
  const yAxis = yScore && axisOf(yScore, points);
  const across = (value: number) => LEFT + xAxis.place(value) * (RIGHT - LEFT);
  const up = (value: number) => (yAxis ? bottom - yAxis.place(value) * height : bottom);

  const placed = points.map((point, i): PlacedPoint => {
    const [x, y] = [point.scores[xScore], yScore && point.scores[yScore]];
    return {
      point,
      x: x === undefined ? undefined : across(x),
      // With one score, a row for each point.
      y: yScore ? y && up(y) : top + (i + 0.5) * ROW_HEIGHT,
    };
  });
  const spots = placed.map(({ x, y }) => ({ x: x ?? LEFT, y: y ?? bottom }));
  const labels = yScore ? labelPlaces(spots) : spots.map(({ y }) => ({ x: LEFT - 16, y }));
  const names = [xScore, yScore].flatMap((score) => (score ? [say(SCORE_TEXTS[score])] : []));

  return (
    // biome-ignore lint/a11y/useSemanticElements: an element of SVG has no other way to be a group
    <svg className="literature-chart" viewBox={`0 0 ${WIDTH} ${bottom + BELOW}`} role="group" aria-label={names.join(' × ')}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group is not focusable in SVG; what it shows the table tells */}
      <g aria-hidden="true">
        {xAxis.ticks.map((tick) => (
          <g key={tick}>
            <line className="literature-grid" x1={across(tick)} y1={top} x2={across(tick)} y2={bottom} />
            <text className="literature-tick" data-side={sideOf(xScore)} x={across(tick)} y={bottom + 15} textAnchor="middle">
              {formatNumber(tick, xAxis.decimals, language)}
            </text>
          </g>
        ))}
        <line className="literature-axis" data-side={sideOf(xScore)} x1={LEFT} y1={bottom} x2={RIGHT} y2={bottom} />
        <text className="literature-title" data-side={sideOf(xScore)} x={RIGHT} y={bottom + 35} textAnchor="end">
          {`${say(SCORE_TEXTS[xScore])}${language === 'zh' ? '，' : ', '}${say(literatureTexts.rightwards)}`}
        </text>
        {yAxis && yScore && (
          <>
            {yAxis.ticks.map((tick) => (
              <g key={tick}>
                <line className="literature-grid" x1={LEFT} y1={up(tick)} x2={RIGHT} y2={up(tick)} />
                <text
                  className="literature-tick"
                  data-side={sideOf(yScore)}
                  x={LEFT - 8}
                  y={up(tick)}
                  dy="0.35em"
                  textAnchor="end"
                >
                  {formatNumber(tick, yAxis.decimals, language)}
                </text>
              </g>
            ))}
            <line className="literature-axis" data-side={sideOf(yScore)} x1={LEFT} y1={top} x2={LEFT} y2={bottom} />
            <text className="literature-title" data-side={sideOf(yScore)} x={4} y={13}>
              {`${say(SCORE_TEXTS[yScore])}${language === 'zh' ? '，' : ', '}${say(literatureTexts.upwards)}`}
            </text>
          </>
        )}
      </g>
      {placed.map((each, i) => (
        <Point
          key={each.point.id}
          placed={each}
          view={view}
          index={i}
          label={labels[i] ?? { x: LEFT, y: bottom }}
          top={top}
          bottom={bottom}
        />
      ))}
    </svg>
  );
}
