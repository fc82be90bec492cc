/** What the inside of a box is given. */
import type { Shown } from '../store';
import type { View } from '../view';

export interface PanelProps {
  readonly shown: Shown;
  readonly view: View;
  readonly look: (changes: Partial<View>) => void;
}
