/** Words that are a button: they set the lab beside the text. */
import type { ReactNode } from 'react';
import { dataOf, type LabSettings } from './lab-settings';

export function SetLab({ children, ...settings }: LabSettings & { readonly children: ReactNode }) {
  return (
    <button type="button" className="set-lab" {...dataOf('set', settings)}>
      {children}
    </button>
  );
}
