/** Words that are a button: they set the lab beside the text. */
import type { ReactNode } from 'react';
import { dataOf, type LabSettings } from './lab-settings';

export function SetLab({ children, ...settings }: LabSettings & { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button's words are not broken over lines; these are part of a sentence
    <span role="button" tabIndex={0} className="set-lab" {...dataOf('set', settings)}>
      {children}
    </span>
  );
}
