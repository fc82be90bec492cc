/** A measured figure with its unit, as its file has it. */
import { formatFigure, readFigure } from '../figures/read-figure';
import { useArticle } from './context';
import { articleTexts } from './texts';

export function Result({ id }: { readonly id: string }) {
  const { language, read, say, complain } = useArticle();
  const found = readFigure(id, read);
  if (found.state === 'unknown') complain(found.complaint);
  return (
    <data className="result tabular" data-figure={id} value={found.state === 'measured' ? found.value : ''}>
      {found.state === 'measured' ? formatFigure(found.value, found.figure, language) : say(articleTexts.notMeasured)}
    </data>
  );
}
