/** The picture, in which one place is chosen; all steps follow it. */
import { useMemo } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { PixelImage } from '../../ui/PixelImage';
import { TokenGrid } from '../../ui/TokenGrid';
import { cellAt, middleOf, type Place } from './place';
import { insideTexts } from './texts';

interface PlacePickerProps {
  readonly pixels: Uint8Array;
  readonly grid: number;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}

export function PlacePicker({ pixels, grid, place, onPlace }: PlacePickerProps) {
  const t = useTexts(insideTexts);
  const cell = cellAt(place, grid);
  const spoken = useMemo(
    () =>
      Array.from({ length: grid * grid }, (_, i) => t('placeCell', { row: Math.floor(i / grid) + 1, column: (i % grid) + 1 })),
    [grid, t],
  );
  return (
    <div className="inside-picker">
      <PixelImage pixels={pixels} side={IMAGE_SIZE} label={t('inputPicture')}>
        <TokenGrid
          label={t('placeGrid')}
          grid={grid}
          colours={[]}
          names={[]}
          spoken={spoken}
          active={cell}
          selected={cell}
          onSelect={(next) => next !== cell && onPlace(middleOf(next, grid))}
          onPoint={() => undefined}
        />
      </PixelImage>
      <p className="tabular" data-symbol="patches-place features-place decoder-place">
        <strong>{t('place')}</strong> {spoken[cell]}
      </p>
      <p className="inside-note">{t('placeNote')}</p>
    </div>
  );
}
