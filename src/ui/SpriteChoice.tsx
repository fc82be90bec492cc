/** One of several small pictures: a radio group whose options wrap over lines. */
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
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

export function SpriteChoice({ label, options, value, onChange }: SpriteChoiceProps) {
  return (
    <RadioGroup className="sprite-choice" value={value} onChange={onChange} orientation="horizontal">
      <Label className="sprite-choice-label">{label}</Label>
      <div className="sprite-choice-options">
        {options.map((option) => (
          <Radio key={option.value} className="sprite-choice-option radio-cover" value={option.value} aria-label={option.name}>
            {option.content}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
