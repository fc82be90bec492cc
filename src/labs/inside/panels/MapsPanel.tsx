/** Activation maps: which layer, which channel, and how one number of it came about. */
import { useMemo } from 'react';
import type { TracedConvolution } from '../../../engine/trace';
import { useNumbers } from '../../../i18n/use-numbers';
import { useTexts } from '../../../i18n/use-texts';
import { CellOutline } from '../../../ui/CellOutline';
import { Choice } from '../../../ui/Choice';
import { RangeSlider } from '../../../ui/RangeSlider';
import { ValueTable } from '../../shared/ValueTable';
import { ActivationMap } from '../ActivationMap';
import { convolutionAt } from '../arithmetic';
import { channelOf, depthOf, shapeText, sideOf, valueAt, vectorAt } from '../arrays';
import type { MapBox } from '../boxes';
import { FormulaCard } from '../FormulaCard';
import { convolutionFormula } from '../formulas/convolution';
import type { FilledFormula } from '../formulas/formula';
import { MapSheet } from '../MapSheet';
import { cellAt, columnAt, rowAt } from '../place';
import { chosenChannel, chosenStage, stagesOf } from '../stages';
import { decimalsOf } from '../tex';
import { insideTexts } from '../texts';
import { ProductTable } from './ProductTable';
import type { PanelProps } from './panel';

interface MapsPanelProps extends PanelProps {
  readonly box: MapBox;
  /** How a number comes about in a layer that is no convolution. */
  readonly formulaOf: (channel: number) => FilledFormula;
}

export function MapsPanel({ box, shown, view, look, formulaOf }: MapsPanelProps) {
  const t = useTexts(insideTexts);
  const number = useNumbers();
  const stages = stagesOf(box, shown.trace);
  const stage = chosenStage(box, shown.trace, view);
  const channel = chosenChannel(box, shown.trace, view);
  const maps = stages[stage]?.maps;
  const values = useMemo(() => (maps ? channelOf(maps, channel) : new Float32Array()), [maps, channel]);
  if (!maps) return null;
  const [side, count] = [sideOf(maps), depthOf(maps)];
  const { convolution } = stages[stage] ?? {};
  const cell = cellAt(view.place, side);
  const choose = (next: number) => look({ channels: { ...view.channels, [box]: next } });
  const range = { low: number(Math.min(...values), 2), high: number(Math.max(...values), 2) };
  const here = valueAt(values, cell);
  return (
    <div className="inside-panel">
      <div className="inside-visual">
        {stages.length > 1 && (
          <Choice
            label={t('stage')}
            options={stages.map(({ kind, maps: { shape } }, i) => ({
              value: String(i),
              content: `${t(kind, { number: i + 1 })} ${shapeText(shape)}`,
            }))}
            value={String(stage)}
            onChange={(value) => look({ stages: { ...view.stages, [box]: Number(value) } })}
          />
        )}
        <div className="inside-maps">
          <div data-symbol={`${box}-y ${box}-t ${box}-f ${box}-h ${box}-place`}>
            <ActivationMap
              values={values}
              side={side}
              label={t('map', { channel: channel + 1, side, ...range, value: number(here, decimalsOf(here)) })}
            >
              <CellOutline grid={side} cell={cell} />
            </ActivationMap>
          </div>
          <div data-symbol={`${box}-channel`}>
            <MapSheet maps={maps} channel={channel} label={t('sheet', { count })} onChange={choose} />
            <RangeSlider
              label={t('channel')}
              low={0}
              high={count - 1}
              step={1}
              value={channel}
              onChange={choose}
              textOf={(value) => t('channelOf', { channel: value + 1, count })}
            />
          </div>
        </div>
        <p className="inside-note">{t('sheetNote')}</p>
        <ValueTable summary={t('valuesHere', { count })} values={vectorAt(maps, cell)} />
        {convolution && <ConvolutionProducts box={box} convolution={convolution} view={view} channel={channel} />}
      </div>
      <FormulaCard formula={convolution ? convolutionFormula(box, convolution, view.place, channel) : formulaOf(channel)} />
    </div>
  );
}

interface ConvolutionProductsProps extends Pick<MapsPanelProps, 'box' | 'view'> {
  readonly convolution: TracedConvolution;
  readonly channel: number;
}

function ConvolutionProducts({ box, convolution, view: { place }, channel }: ConvolutionProductsProps) {
  const side = sideOf(convolution.output);
  const sum = convolutionAt(convolution, rowAt(place, side), columnAt(place, side), channel);
  return <ProductTable sum={sum} symbol={`${box}-w ${box}-u`} />;
}
