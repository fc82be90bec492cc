/** One of several small pictures: a radio group whose options wrap over lines. */
import type { ReactNode } from 'react';
import { RadioSet } from './RadioSet';
import './SpriteChoice.css';

export interface SpriteOption {
  readonly value: string;
  readonly name: string;
  readonly content: ReactNode;
}

interface SpriteChoiceProps {
  readonly label: string;
  readonly options: readonly SpriteOption[];
  /** null where none is chosen. */
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

export const SpriteChoice = (choice: SpriteChoiceProps) => (
  <RadioSet className="sprite-choice" labelClass="sprite-choice-label" {...choice} />
);
