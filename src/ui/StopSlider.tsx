/** A slider over named stops, such as codebook sizes: the thumb moves evenly, whatever the numbers are. */
import { Label, Slider, SliderFill, SliderTrack } from 'react-aria-components/Slider';
import { SpeakingThumb } from './SpeakingThumb';
import './StopSlider.css';

export interface SliderStop {
  /** Under the track. */
  readonly mark: string;
  /** Read out, and shown beside the label. */
  readonly text: string;
}

interface StopSliderProps {
  readonly label: string;
  /** What formulas call it: pointed at there, it lights up here. */
  readonly symbol?: string;
  readonly stops: readonly SliderStop[];
  readonly index: number;
  readonly onChange: (index: number) => void;
}

export function StopSlider({ label, symbol, stops, index, onChange }: StopSliderProps) {
  const last = stops.length - 1;
  return (
    <Slider
      className="stop-slider"
      {...(symbol ? { 'data-symbol': symbol } : {})}
      minValue={0}
      maxValue={last}
      step={1}
      value={index}
      onChange={onChange}
    >
      <div className="stop-slider-head">
        <Label className="stop-slider-label">{label}</Label>
        <span className="stop-slider-value tabular" aria-hidden="true">
          {stops[index]?.text}
        </span>
      </div>
      <SliderTrack className="stop-slider-track">
        <div className="stop-slider-rail">
          <SliderFill className="stop-slider-fill" />
        </div>
        {stops.map((stop, at) => (
          <span
            key={stop.mark}
            className="stop-slider-stop tabular"
            data-current={at === index || undefined}
            style={{ insetInlineStart: `${(100 * at) / last}%` }}
            aria-hidden="true"
          >
            {stop.mark}
          </span>
        ))}
        <SpeakingThumb className="stop-slider-thumb" textOf={(at) => stops[at]?.text ?? ''} />
      </SliderTrack>
    </Slider>
  );
}
