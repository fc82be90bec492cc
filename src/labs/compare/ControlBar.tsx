/** What the reader can change about the generation encoder. Shows what was asked for; the panel shows what is there. */
import { memo } from 'react';
import type { GenerationSettings } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { CODEBOOK_SIZES, GRID_SIZES, type GridSize, IMAGE_SIZE } from '../../model/types';
import { Choice } from '../../ui/Choice';
import { PixelImage } from '../../ui/PixelImage';
import { StopSlider } from '../../ui/StopSlider';
import { compareTexts } from './texts';
import './ControlBar.css';

interface ControlBarProps {
  readonly requested: GenerationSettings;
  readonly onChange: (changes: Partial<GenerationSettings>) => void;
  /** What the slider changes, small, for windows that have no room for both. */
  readonly reconstruction: Uint8Array | null;
}

const GRID_OPTIONS = GRID_SIZES.map((grid) => ({ value: String(grid), content: `${grid}×${grid}` }));
const gridOf = (value: string): GridSize => GRID_SIZES.find((grid) => String(grid) === value) ?? GRID_SIZES[0];

export const ControlBar = memo(function ControlBar({ requested, onChange, reconstruction }: ControlBarProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const stops = CODEBOOK_SIZES.map((size) =>
    size === 'inf' ? { mark: '∞', text: t('unlimited') } : { mark: String(size), text: t('entries', { size: number(size) }) },
  );
  return (
    <div className="control-bar">
      <StopSlider
        label={t('codebookSize')}
        symbol="codebook"
        stops={stops}
        index={CODEBOOK_SIZES.indexOf(requested.codebook)}
        onChange={(index) => {
          const codebook = CODEBOOK_SIZES[index];
          if (codebook !== undefined) onChange({ codebook });
        }}
      />
      <div className="control-bar-glance">
        <PixelImage pixels={reconstruction} side={IMAGE_SIZE} />
      </div>
      <Choice
        label={t('tokenGrid')}
        symbol="grid"
        isLabelShown
        options={GRID_OPTIONS}
        value={String(requested.grid)}
        onChange={(value) => onChange({ grid: gridOf(value) })}
      />
    </div>
  );
});
