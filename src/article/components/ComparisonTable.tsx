/** The article's comparison in five rows, each cell marked as the claim that it is, each row with the experiment that tests it. */
import { COMPARISON } from '../comparison/rows';
import { Claim } from './Claim';
import { useArticle } from './context';
import { LabLink } from './LabLink';
import { articleTexts } from './texts';
import { WithFigures } from './WithFigures';

export function ComparisonTable() {
  const { say } = useArticle();
  return (
    <div className="scroller">
      <table className="comparison">
        <caption className="visually-hidden">{say(articleTexts.comparison)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(articleTexts.dimension)}</th>
            <th scope="col" data-side="understanding">
              {say(articleTexts.understandingEncoder)}
            </th>
            <th scope="col" data-side="generation">
              {say(articleTexts.generationEncoder)}
            </th>
            <th scope="col">{say(articleTexts.testedBy)}</th>
          </tr>
        </thead>
        <tbody>
          {COMPARISON.map(({ id, dimension, understanding, generation, claims, test, experiment, lab, measured }) => (
            <tr key={id}>
              <th scope="row">{say(dimension)}</th>
              <td data-side="understanding" data-label={say(articleTexts.understandingEncoder)}>
                <Claim id={String(claims.understanding)}>{say(understanding)}</Claim>
              </td>
              <td data-side="generation" data-label={say(articleTexts.generationEncoder)}>
                <Claim id={String(claims.generation)}>{say(generation)}</Claim>
              </td>
              <td data-label={say(articleTexts.testedBy)}>
                <span className="experiment">{experiment}</span> {say(test)} <LabLink id={lab} />
                <p className="comparison-measured">
                  <WithFigures text={say(measured)} />
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
