/** One point on both sides: understanding and generation beside each other, or one swipe apart where there is no room. */
import type { ReactNode } from 'react';
import { useArticle } from './context';
import { articleTexts } from './texts';

interface Props {
  readonly children: ReactNode;
}

export function Row({ children }: Props) {
  const { say } = useArticle();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div className="row" role="group" aria-label={say(articleTexts.bothSides)}>
      {children}
    </div>
  );
}

export function Understanding({ children }: Props) {
  const { say } = useArticle();
  return (
    <div className="side" data-side="understanding">
      <p className="side-name">{say(articleTexts.understanding)}</p>
      {children}
    </div>
  );
}

export function Generation({ children }: Props) {
  const { say } = useArticle();
  return (
    <div className="side" data-side="generation">
      <p className="side-name">{say(articleTexts.generation)}</p>
      {children}
    </div>
  );
}

export function Both({ children }: Props) {
  return <div className="both">{children}</div>;
}
