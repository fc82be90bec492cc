/** One question to be answered before looking. The answer shows once a guess is made, and the guess stays beside it. */
import { readFigure } from '../figures/read-figure';
import { PREDICTIONS } from '../predictions/predictions';
import { useArticle } from './context';
import { articleTexts } from './texts';
import { WithFigures } from './WithFigures';

export function Predict({ id }: { readonly id: string }) {
  const { say, complain, read } = useArticle();
  const prediction = PREDICTIONS.find((candidate) => candidate.id === id);
  if (!prediction) {
    complain(`there is no prediction “${id}”`);
    return null;
  }
  const right = prediction.right((figure) => {
    const found = readFigure(figure, read);
    if (found.state === 'unknown') complain(found.complaint);
    return found.state === 'measured' ? found.value : undefined;
  });
  return (
    <fieldset className="predict" id={`predict-${id}`} data-predict={id}>
      <legend>
        <span className="predict-name">{say(articleTexts.predict)}</span> {say(prediction.question)}
      </legend>
      <div className="predict-options">
        {prediction.options.map((option) => (
          <label key={option.id} data-right={right.includes(option.id) || undefined}>
            <input type="radio" name={`predict-${id}`} value={option.id} />
            {say(option.text)}
          </label>
        ))}
      </div>
      <div className="predict-answer" role="status">
        <p>
          <strong>{say(articleTexts.answer)}</strong> <WithFigures text={say(prediction.answer)} />
        </p>
      </div>
    </fieldset>
  );
}
