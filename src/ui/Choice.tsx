/** One of a few, as a row of segments: a radio group. */
import { RadioSet } from './RadioSet';
import './Choice.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  /** Names the option as well. */
  readonly content: string;
  /** Language of `content`, where it is not the page's. */
  readonly lang?: string;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** What formulas call it: pointed at there, it lights up here. */
  readonly symbol?: string;
  readonly isLabelShown?: boolean;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({
  label,
  symbol,
  isLabelShown = false,
  options,
  value,
  onChange,
}: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioSet
      className="choice"
      label={label}
      labelClass={isLabelShown ? 'choice-label' : 'visually-hidden'}
      symbol={symbol}
      options={options}
      value={value}
      onChange={choose}
    />
  );
}
