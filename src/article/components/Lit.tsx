/** A sentence that the lab illustrates while it shows what the sentence speaks of. */
import type { ReactNode } from 'react';
import { useArticle } from './context';
import { dataOf, type LabSettings } from './lab-settings';

const CONDITION = /^(?:(?:>=|<=)?-?\d+(?:\.\d+)?|[a-z]+)$/;

export function Lit({ children, ...settings }: LabSettings & { readonly children: ReactNode }) {
  const { complain } = useArticle();
  for (const [name, value] of Object.entries(settings))
    if (!CONDITION.test(String(value))) complain(`“${value}” is no condition on ${name}`);
  return (
    <span className="lit" {...dataOf('lit', settings)}>
      {children}
    </span>
  );
}
