/** Edits of the whole grid: what chance does to it, and what another image has to give. */
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE, type Rng } from '../../model/types';
import { Button } from '../../ui/Button';
import { PixelImage } from '../../ui/PixelImage';
import type { Samples } from '../shared/files';
import { flip, type Half, shuffle, swapHalves } from './edits';
import type { PaintState, Shown } from './store';
import { paintTexts } from './texts';
import type { Partner } from './use-partner';

interface PaintActionsProps {
  readonly state: PaintState;
  readonly shown: Shown;
  readonly samples: Samples;
  readonly partner: Partner;
  readonly selected: number;
  readonly rng: Rng;
}

export function PaintActions({ state, shown, samples, partner, selected, rng }: PaintActionsProps) {
  const t = useTexts(paintTexts);
  const language = useLanguage();
  const { edit, history } = state;
  const { grid, codebook } = shown.ground.settings;
  const { tokens } = history.present;
  const swap = (half: Half) => edit(swapHalves(history.present, half, grid));
  return (
    <div className="paint-actions">
      <div className="paint-partner">
        <figure>
          <PixelImage pixels={shown.other.pixels} side={IMAGE_SIZE} label={t('otherDecoded')} />
        </figure>
        <div className="paint-partner-choice">
          <label htmlFor="paint-partner">{t('partner')}</label>
          <select
            id="paint-partner"
            value={partner.sample?.concept}
            onChange={(event) => partner.choose(event.currentTarget.value)}
          >
            {samples.concepts.map(({ concept, label }) => (
              <option key={concept} value={concept}>
                {label[language]}
              </option>
            ))}
          </select>
          <div className="paint-buttons">
            <Button onPress={() => swap('left')}>{t('swapLeft')}</Button>
            <Button onPress={() => swap('top')}>{t('swapTop')}</Button>
          </div>
        </div>
      </div>
      <div className="paint-chance">
        <div className="paint-buttons">
          <Button onPress={() => edit({ tokens: flip(tokens, selected, codebook, rng) })}>{t('flipOne')}</Button>
          <Button onPress={() => edit({ tokens: shuffle(tokens, rng) })}>{t('shuffle')}</Button>
        </div>
        <p className="paint-note">{t('chanceNote')}</p>
      </div>
    </div>
  );
}
