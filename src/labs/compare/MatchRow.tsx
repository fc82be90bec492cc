/** One thing the picture's vector lies near: its name over a bar as long as the cosine, and the cosine. */
import type { ReactNode } from 'react';
import './MatchRow.css';

interface MatchRowProps {
  readonly text: string;
  readonly lang?: string;
  /** Length of the bar, 0..1. */
  readonly share: number;
  readonly figure: string;
  /** A picture before the name. */
  readonly children?: ReactNode;
}

export function MatchRow({ text, lang, share, figure, children }: MatchRowProps) {
  return (
    <li className="match">
      {children}
      <span className="match-bar" style={{ '--share': Math.max(0, Math.min(1, share)) }}>
        <span className="match-text" lang={lang} title={text}>
          {text}
        </span>
      </span>
      <span className="match-figure tabular">{figure}</span>
    </li>
  );
}
