/**
 * What the literature measured, as one figure: choose a paper, then two of its scores. All charts are in the page as it is
 * built, and a style sheet shows the chosen one, so that the figure works before scripts arrive and without them.
 */
import { Fragment, type ReactNode } from 'react';
import { placeIn } from '../bibliography/place';
import { Cite } from '../components/Cite';
import { useArticle } from '../components/context';
import { AllScores } from './AllScores';
import { LoneFigures } from './LoneFigures';
import { Overview } from './Overview';
import { GROUPS, PAPER_NAMES } from './points';
import { ScoreChart } from './ScoreChart';
import { ScoreTable } from './ScoreTable';
import { literatureTexts, SCORE_TEXTS } from './texts';
import { type View, viewsOf } from './views';

const CHARTED = Object.entries(PAPER_NAMES)
  .map(([paper, name]) => ({ paper, name, views: viewsOf(paper, GROUPS) }))
  .filter(({ views }) => views.length > 0);

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly content: ReactNode;
}

/** Radio buttons in a row, each followed by what it shows; the style sheet moves what is shown below the row. */
function Choices({
  name,
  label,
  choices,
}: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}) {
  return (
    <fieldset className="literature-choices">
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice, i) => (
        <Fragment key={choice.id}>
          <label className="literature-choice">
            <input type="radio" id={`${name}-${choice.id}`} name={name} value={choice.id} defaultChecked={i === 0} />
            {choice.name}
          </label>
          <div className="literature-chosen">{choice.content}</div>
        </Fragment>
      ))}
    </fieldset>
  );
}

function Chart({ view }: { readonly view: View }) {
  const { say } = useArticle();
  const { group, x, y, points } = view;
  const isPartial = y && points.some(({ scores }) => scores[x] === undefined || scores[y] === undefined);
  return (
    <div className="literature-view">
      <ScoreChart view={view} />
      <div>
        <ScoreTable view={view} />
        {isPartial && <p className="literature-hint">{say(literatureTexts.hollow)}</p>}
        <p>
          {say(group.note)} <Cite id={group.paper} at={group.at} />
        </p>
      </div>
    </div>
  );
}

export function LiteratureFigure() {
  const { say, language } = useArticle();
  const scoresOf = ({ x, y }: View) => [x, y].flatMap((score) => (score ? [say(SCORE_TEXTS[score])] : [])).join(' × ');
  /** Where a paper has two charts of the same scores, their tables tell them apart. */
  const nameOf = (view: View, views: readonly View[]) => {
    const isAlone = views.filter((other) => scoresOf(other) === scoresOf(view)).length === 1;
    if (isAlone) return scoresOf(view);
    const { at } = view.group;
    return say({ zh: `${scoresOf(view)}（${placeIn(language, at)}）`, en: `${scoresOf(view)} (${at})` });
  };
  return (
    <figure id="literature-figure" className="literature" tabIndex={-1}>
      <figcaption>
        <strong>{say(literatureTexts.title)}</strong> {say(literatureTexts.lede)}
      </figcaption>
      <Choices
        name="literature-paper"
        label={say(literatureTexts.paper)}
        choices={[
          {
            id: 'all',
            name: say(literatureTexts.overview),
            content: <Overview papers={CHARTED} idOf={(paper) => `literature-paper-${paper}`} />,
          },
          ...CHARTED.map(({ paper, name, views }) => ({
            id: paper,
            name,
            content: (
              <Choices
                name={`literature-${paper}`}
                label={`${name}${say({ zh: '：', en: ': ' })}${say(literatureTexts.chart)}`}
                choices={views.map((view) => ({ id: view.id, name: nameOf(view, views), content: <Chart view={view} /> }))}
              />
            ),
          })),
        ]}
      />
      <AllScores />
      <LoneFigures />
    </figure>
  );
}
