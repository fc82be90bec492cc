/** How the picture comes in: bytes around zero, blocks of pixels folded into cells. */
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { IMAGE_SIZE } from '../../../model/types';
import { CellOutline } from '../../../ui/CellOutline';
import { PixelImage } from '../../../ui/PixelImage';
import { ValueTable } from '../../shared/ValueTable';
import { shapeText, sideOf, valueAt, vectorAt } from '../arrays';
import { FormulaCard } from '../FormulaCard';
import { blockOf, pixelFormula } from '../formulas/pixel';
import { cellAt, columnAt, rowAt } from '../place';
import { insideTexts } from '../texts';
import type { PanelProps } from './panel';

/** In the order of a pixel's bytes. */
const COLOURS = ['red', 'green', 'blue'] as const;

interface InputPanelProps extends PanelProps {
  readonly box: 'read' | 'cut';
}

export function InputPanel({ box, shown, view }: InputPanelProps) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const { picture, trace } = shown;
  const input = (box === 'read' ? trace.understanding : trace.generation).convolutions[0]?.input;
  if (!input) return null;
  const side = sideOf(input);
  const patch = IMAGE_SIZE / side;
  const [row, column] = [rowAt(view.place, side), columnAt(view.place, side)];
  const block = blockOf(picture.image.data, row, column, patch, IMAGE_SIZE);
  const folded = vectorAt(input, cellAt(view.place, side));
  return (
    <div className="inside-panel">
      <div className="inside-visual">
        <div className="inside-pair">
          <PixelImage pixels={picture.image.data} side={IMAGE_SIZE} label={t('inputPicture')}>
            <CellOutline grid={side} cell={row * side + column} />
          </PixelImage>
          <table className="inside-block tabular" data-symbol={`${box}-x`} style={{ '--block-side': patch }}>
            <caption>{t('block', { side: patch })}</caption>
            <tbody>
              {Array.from({ length: patch }, (_, y) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a pixel is where it stands
                <tr key={y}>
                  {block.slice(y * patch, (y + 1) * patch).map((rgb, x) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: see above
                    <td key={x} style={{ '--pixel': `rgb(${rgb.join(' ')})` }}>
                      {COLOURS.map((colour, channel) => (
                        <span key={colour}>
                          <b className="visually-hidden">{t(colour)} </b>
                          {number(rgb[channel] ?? 0)}
                        </span>
                      ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="inside-note tabular">
          {t('foldNote', {
            from: shapeText([IMAGE_SIZE, IMAGE_SIZE, 3]),
            to: shapeText(input.shape),
          })}
        </p>
        <ValueTable symbol={`${box}-u`} summary={t('valuesHere', { count: folded.length })} values={folded} />
      </div>
      <FormulaCard formula={pixelFormula(box, valueAt(block[0] ?? [], 0), valueAt(folded, 0))} />
    </div>
  );
}
