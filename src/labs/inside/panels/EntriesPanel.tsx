/** The look-up: the token's entry takes the latent's place, and becomes what the decoder reads. */
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { RangeSlider } from '../../../ui/RangeSlider';
import { SignedBars } from '../../../ui/SignedBars';
import { ValueTable } from '../../shared/ValueTable';
import { depthOf, shapeText, sideOf, valueAt, vectorAt } from '../arrays';
import { FormulaCard } from '../FormulaCard';
import { entryFormula } from '../formulas/quantise';
import { cellAt } from '../place';
import { insideTexts } from '../texts';
import { PairTable } from './PairTable';
import type { PanelProps } from './panel';

export function EntriesPanel({ shown, view, look }: PanelProps) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const { latents, codes, tokens, distances, embed } = shown.trace.generation;
  const cell = cellAt(view.place, sideOf(latents));
  const token = tokens[cell] ?? null;
  const [code, latent] = [vectorAt(codes, cell), vectorAt(latents, cell)];
  const bars = t('codeBars', { count: code.length });
  const embedded = vectorAt(embed.output, cell);
  const count = depthOf(embed.output);
  const channel = Math.min(view.channels.decoder, count - 1);
  return (
    <div className="inside-panel">
      <div className="inside-visual">
        <figure data-symbol="entries-e">
          <SignedBars className="inside-bars" label={bars} values={code} outlines={token === null ? null : latent} />
          <figcaption className="inside-note">
            {token === null ? bars : t('barsWithNote', { bars, note: t('codeBarsNote') })}
          </figcaption>
        </figure>
        {token !== null && (
          <p className="inside-note tabular">{t('lost', { distance: number(valueAt(vectorAt(distances, cell), token), 4) })}</p>
        )}
        <figure data-symbol="entries-h">
          <SignedBars
            className="inside-bars"
            label={t('embeddedBars', { size: shapeText(embed.output.shape) })}
            values={embedded}
          />
          <figcaption className="inside-note">{t('embeddedBars', { size: number(count) })}</figcaption>
        </figure>
        <div data-symbol="entries-channel">
          <RangeSlider
            label={t('channel')}
            low={0}
            high={count - 1}
            step={1}
            value={channel}
            onChange={(next) => look({ channels: { ...view.channels, decoder: next } })}
            textOf={(value) => t('channelOf', { channel: value + 1, count })}
          />
        </div>
        <PairTable
          symbol="entries-e"
          bars={{ name: token === null ? t('encoderGave') : t('entryNumber', { k: token }), values: code }}
          outlines={token === null ? null : { name: t('encoderGave'), values: latent }}
        />
        <ValueTable symbol="entries-h" summary={t('embeddedValues', { count })} values={embedded} />
      </div>
      <FormulaCard formula={entryFormula(token, code, embed, channel)} />
    </div>
  );
}
