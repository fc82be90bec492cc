/** A slider's thumb that reads out a text for its value; left alone, a thumb reads out the bare number. */
import { useContext, useLayoutEffect, useRef } from 'react';
import { SliderStateContext, SliderThumb } from 'react-aria-components/Slider';

interface SpeakingThumbProps {
  readonly className: string;
  readonly textOf: (value: number) => string;
}

export function SpeakingThumb({ className, textOf }: SpeakingThumbProps) {
  const state = useContext(SliderStateContext);
  const input = useRef<HTMLInputElement>(null);
  const text = state ? textOf(state.getThumbValue(0)) : '';
  // Without dependencies: the library writes the number anew whenever the value changes.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', text));
  return <SliderThumb className={className} inputRef={input} />;
}
