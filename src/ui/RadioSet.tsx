/** One of several: the browser's own radios, each lying invisibly over what it stands for. */
import { type ReactNode, useEffect, useId, useRef } from 'react';

export interface RadioOption {
  readonly value: string;
  readonly content: ReactNode;
  /** Where the content does not name the option. */
  readonly name?: string | undefined;
  /** Language of the content, where it is not the page's. */
  readonly lang?: string | undefined;
}

interface RadioSetProps {
  readonly label: string;
  readonly labelClass: string;
  /** Of the group; its options' row and the options themselves are classed by it, as `<class>-options` and `<class>-option`. */
  readonly className: string;
  /** What formulas call it: pointed at there, it lights up here. */
  readonly symbol?: string | undefined;
  readonly options: readonly RadioOption[];
  /** null where none is chosen. */
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

export function RadioSet({ label, labelClass, className, symbol, options, value, onChange }: RadioSetProps) {
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  // In a page that was built, a reader may have chosen before it came to life, and no event tells of that any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: from then on every choice has its event
  useEffect(() => {
    const early = group.current?.querySelector<HTMLInputElement>('input:checked')?.value;
    if (early !== undefined && early !== value) onChange(early);
  }, []);
  return (
    <div ref={group} className={className} role="radiogroup" aria-labelledby={id} data-symbol={symbol}>
      <span id={id} className={labelClass}>
        {label}
      </span>
      <div className={`${className}-options`}>
        {options.map((option) => (
          <label key={option.value} className={`${className}-option radio-cover`} lang={option.lang}>
            <input
              type="radio"
              name={id}
              // Browsers may otherwise restore what was chosen before a reload, and show it instead of what holds.
              autoComplete="off"
              value={option.value}
              aria-label={option.name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.content}
          </label>
        ))}
      </div>
    </div>
  );
}
