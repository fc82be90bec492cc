/** What can be set: temperature and bias, what counts as a pair, and the batch. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { RangeSlider } from '../../ui/RangeSlider';
import { BATCH_SIZES, type BatchSize } from './batch';
import { sigmoid } from './losses';
import { BIASES, TEMPERATURES } from './store';
import { lossTexts } from './texts';
import type { LossBenchState } from './use-loss-store';

interface LossControlsProps {
  readonly bench: LossBenchState;
  readonly onReset: () => void;
}

/** Steps of a decade of temperature. */
const STEP = 0.02;

const sizeOf = (value: string): BatchSize => BATCH_SIZES.find((size) => String(size) === value) ?? BATCH_SIZES[0];

export function LossControls({ bench, onReset }: LossControlsProps) {
  const t = useTexts(lossTexts);
  const number = useNumbers();
  const { settings, requested } = bench;
  return (
    <div className="loss-controls">
      <RangeSlider
        label={t('temperature')}
        low={Math.log10(TEMPERATURES.low)}
        high={Math.log10(TEMPERATURES.high)}
        step={STEP}
        value={Math.log10(settings.temperature)}
        onChange={(value) => bench.choose({ temperature: Number((10 ** value).toPrecision(3)) })}
        textOf={(value) => number(10 ** value, 3)}
        symbol="tau scale"
      />
      <RangeSlider
        label={t('bias')}
        low={BIASES.low}
        high={BIASES.high}
        step={0.25}
        value={settings.bias}
        onChange={(bias) => bench.choose({ bias })}
        textOf={(value) => number(value, 2)}
        symbol="bias"
      />
      <p className="loss-note tabular">
        {t('scaleNote', { scale: number(1 / settings.temperature, 1), prior: number(sigmoid(settings.bias), 4) })}
      </p>
      <div className="loss-choices">
        <Choice
          label={t('positives')}
          isLabelShown
          symbol="match"
          options={[
            { value: 'diagonal', content: t('diagonal') },
            { value: 'concept', content: t('sameConcept') },
          ]}
          value={settings.positives}
          onChange={(positives) => bench.choose({ positives })}
        />
        <Choice
          label={t('size')}
          symbol="pairs"
          isLabelShown
          options={BATCH_SIZES.map((size) => ({ value: String(size), content: String(size) }))}
          value={String(requested.pairs.length)}
          onChange={(value) => bench.draw(sizeOf(value), false)}
        />
        <Button onPress={() => bench.draw(sizeOf(String(requested.pairs.length)), true)}>{t('reshuffle')}</Button>
        <Button look="quiet" onPress={onReset}>
          {t('reset')}
        </Button>
      </div>
    </div>
  );
}
