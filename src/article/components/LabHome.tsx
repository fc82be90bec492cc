/**
 * Where a lab has its home: a question to be answered before looking, then the place, which the page fills. From there on the lab
 * stands beside the text. A lab that the page does not have leaves no trace.
 */
import { useArticle } from './context';
import { Predict } from './Predict';

export function LabHome({ id }: { readonly id: string }) {
  const { labs } = useArticle();
  if (!labs.includes(id)) return null;
  return (
    <>
      <Predict id={id} />
      <hr data-home={id} />
    </>
  );
}

/** From here on another lab stands beside the text. */
export function Beside({ id }: { readonly id: string }) {
  const { labs } = useArticle();
  return labs.includes(id) ? <hr data-beside={id} /> : null;
}
