/** A slider over a continuous range, its value told as a text. */
import { Label, Slider, SliderFill, SliderTrack } from 'react-aria-components/Slider';
import { SpeakingThumb } from './SpeakingThumb';
import './RangeSlider.css';

interface RangeSliderProps {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly textOf: (value: number) => string;
  /** Names of the symbols in formulas that stand for the value, with spaces between. */
  readonly symbol?: string;
}

export function RangeSlider({ label, low, high, step, value, onChange, textOf, symbol }: RangeSliderProps) {
  return (
    <Slider
      className="range-slider"
      minValue={low}
      maxValue={high}
      step={step}
      value={value}
      onChange={onChange}
      isDisabled={high <= low}
      {...(symbol ? { 'data-symbol': symbol } : {})}
    >
      <Label>{label}</Label>
      <SliderTrack className="range-slider-track">
        <SliderFill className="range-slider-fill" />
        <SpeakingThumb className="range-slider-thumb" textOf={textOf} />
      </SliderTrack>
      <span className="tabular" aria-hidden="true">
        {textOf(value)}
      </span>
    </Slider>
  );
}
