/** Words that make one of the article's claims, with their verdict; they lead to the claim's entry in the list. */
import type { ReactNode } from 'react';
import { CLAIMS } from '../claims/claims';
import { useArticle } from './context';
import { VERDICT_SIGNS, VERDICT_TEXTS } from './texts';

interface ClaimProps {
  readonly id: string;
  readonly children: ReactNode;
}

export function Claim({ id, children }: ClaimProps) {
  const { say, complain } = useArticle();
  const claim = CLAIMS.find((candidate) => candidate.id === Number(id));
  if (!claim) {
    complain(`there is no claim ${id}`);
    return children;
  }
  const verdict = VERDICT_TEXTS[claim.verdict];
  return (
    <a className="claim" href={`#claim-${id}`} data-note={`claim-${id}`} data-verdict={claim.verdict}>
      {children}
      <span className="claim-mark" aria-hidden="true">
        {/* With a word joiner, so that the mark never begins a line. */}
        {`\u2060${VERDICT_SIGNS[claim.verdict]}`}
      </span>
      <span className="visually-hidden">{say({ zh: `（论断 ${id}：${verdict.zh}）`, en: ` (Claim ${id}: ${verdict.en})` })}</span>
    </a>
  );
}
