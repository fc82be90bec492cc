/** What the generation encoder makes of the picture: tokens, the picture drawn from them, and how close that is. */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { CellOutline } from '../../ui/CellOutline';
import { PixelImage } from '../../ui/PixelImage';
import { TokenGrid } from '../../ui/TokenGrid';
import { WeightLayer } from '../../ui/WeightLayer';
import { paintCode } from '../shared/paint-code';
import { DIFFERENCE_LIMIT, differences, opacitiesOf } from '../shared/pixel-difference';
import { CellInspector } from './CellInspector';
import { DownloadPng } from './DownloadPng';
import { worstOf } from './described';
import { ReconstructionFigures } from './ReconstructionFigures';
import type { CellDistances, Shown } from './store';
import { compareTexts } from './texts';
import { UsageStrip } from './UsageStrip';
import type { CellChoice } from './use-cell';
import './GenerationPanel.css';

interface GenerationPanelProps {
  readonly shown: Shown | null;
  readonly distances: CellDistances | null;
  /** Size of the grid before the first result. */
  readonly requestedGrid: number;
  readonly cell: CellChoice;
  readonly isRunning: boolean;
}

export function GenerationPanel({ shown, distances, requestedGrid, cell, isRunning }: GenerationPanelProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const generation = shown?.generation;
  const grid = generation?.grid ?? requestedGrid;
  const painted = useMemo(() => generation && paintCode(generation, t('noToken')), [generation, t]);
  const error = useMemo(() => {
    if (!shown) return null;
    const each = differences(shown.picture.image.data, shown.generation.reconstruction);
    return { layer: opacitiesOf(each), worst: worstOf(each, shown.generation.grid) };
  }, [shown]);
  const sizes = { patch: IMAGE_SIZE / grid, count: grid * grid };
  const errorLabel = error
    ? t('errorMapLabel', { ...error.worst, mean: number(error.worst.mean, 1), largest: number(error.worst.largest) })
    : t('errorMap');
  const outline = shown && <CellOutline grid={grid} cell={cell.active} />;
  return (
    <section className="panel panel-generation" aria-label={t('generationTitle')} aria-busy={isRunning}>
      <h2>{t('generationTitle')}</h2>
      <p className="panel-lede">{t(generation?.codebook === 'inf' ? 'generationLedeContinuous' : 'generationLede', sizes)}</p>

      <div className="generation-pictures">
        <figure data-symbol="token entry">
          <div className="panel-row-head">
            <h3>{t('tokens')}</h3>
            <span className="panel-note tabular">
              {generation &&
                (generation.codebook === 'inf' ? t('unlimited') : t('entries', { size: number(generation.codebook) }))}
            </span>
          </div>
          <TokenGrid
            label={t('tokens')}
            grid={grid}
            colours={painted?.cells ?? []}
            names={generation?.codebook === 'inf' ? [] : (painted?.names ?? [])}
            {...(generation?.codebook === 'inf' && painted ? { spoken: painted.names } : {})}
            active={cell.active}
            selected={cell.selected}
            onSelect={cell.select}
            onPoint={cell.point}
          />
        </figure>
        <figure data-symbol="reconstruction">
          <div className="panel-row-head">
            <h3>{t('reconstruction')}</h3>
            {shown && <DownloadPng shown={shown} />}
          </div>
          <PixelImage pixels={generation?.reconstruction ?? null} side={IMAGE_SIZE} label={t('reconstruction')}>
            {outline}
          </PixelImage>
        </figure>
      </div>

      <ReconstructionFigures generation={generation ?? null} />
      <UsageStrip generation={generation ?? null} painted={painted ?? null} activeCell={cell.active} />

      <div className="generation-details">
        <CellInspector shown={shown} distances={distances} painted={painted ?? null} cell={cell.active} grid={grid} />
        <figure className="error-map" data-symbol="mse">
          <h3>{t('errorMap')}</h3>
          <WeightLayer weights={error?.layer ?? null} side={IMAGE_SIZE} label={errorLabel} />
          <figcaption className="panel-note tabular">{t('errorMapNote', { limit: DIFFERENCE_LIMIT })}</figcaption>
        </figure>
      </div>
    </section>
  );
}
