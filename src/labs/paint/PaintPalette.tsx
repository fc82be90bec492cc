/** What the brush paints: the entry in hand, and all of the codebook to choose from. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { AtlasPicker } from './AtlasPicker';
import type { Atlas } from './atlas';
import { paintTexts } from './texts';

interface PaintPaletteProps {
  readonly atlas: Atlas | null;
  readonly codebook: number;
  readonly entry: number;
  readonly onPick: (entry: number) => void;
}

export function PaintPalette({ atlas, codebook, entry, onPick }: PaintPaletteProps) {
  const t = useTexts(paintTexts);
  const number = useNumbers();
  const drawn = atlas?.drawn ?? 0;
  return (
    <div className="paint-palette">
      <h3 className="tabular">{t('brushEntry', { id: number(entry) })}</h3>
      <AtlasPicker
        label={t('atlas')}
        atlas={atlas}
        codebook={codebook}
        entry={entry}
        nameOf={(id) => t('entry', { id })}
        onPick={onPick}
      />
      <p className="paint-note tabular">
        {drawn < codebook ? t('atlasDrawing', { drawn: number(drawn), size: number(codebook) }) : t('atlasNote')}
      </p>
    </div>
  );
}
