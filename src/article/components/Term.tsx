/** A word that the glossary explains. */
import type { ReactNode } from 'react';
import { GLOSSARY } from '../glossary/glossary';
import { useArticle } from './context';

interface TermProps {
  readonly id: string;
  readonly children: ReactNode;
}

export function Term({ id, children }: TermProps) {
  const { complain } = useArticle();
  if (!GLOSSARY.some((entry) => entry.id === id)) {
    complain(`the glossary has no “${id}”`);
    return children;
  }
  return (
    <a className="term" href={`#term-${id}`} data-note={`term-${id}`}>
      {children}
    </a>
  );
}
