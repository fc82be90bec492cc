/** One of a few, as a row of segments: a radio group. */
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
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
    <RadioGroup
      className="choice"
      {...(symbol ? { 'data-symbol': symbol } : {})}
      value={value}
      onChange={choose}
      orientation="horizontal"
    >
      <Label className={isLabelShown ? 'choice-label' : 'visually-hidden'}>{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio
            key={option.value}
            className="choice-option radio-cover"
            value={option.value}
            {...(option.lang ? { lang: option.lang } : {})}
          >
            {option.content}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
