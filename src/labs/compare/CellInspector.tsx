/** One cell in detail: its patch before and after, its token, the codebook entry, and the distances that chose it. */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { PixelImage } from '../../ui/PixelImage';
import { SignedBars } from '../../ui/SignedBars';
import type { PaintedCode } from '../shared/paint-code';
import { ValueTable } from '../shared/ValueTable';
import { vectorAt } from './codes';
import { DistancePlot } from './DistancePlot';
import { patchOf } from './pixels';
import type { CellDistances, Shown } from './store';
import { compareTexts } from './texts';
import './CellInspector.css';

interface CellInspectorProps {
  readonly shown: Shown | null;
  readonly distances: CellDistances | null;
  readonly painted: PaintedCode | null;
  readonly cell: number;
  readonly grid: number;
}

/** Before the first result. */
const PENDING = '…';
const NONE = new Float32Array();

export function CellInspector({ shown, distances, painted, cell, grid }: CellInspectorProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const generation = shown?.generation;
  const token = generation?.tokens[cell];
  const patches = useMemo(
    () =>
      shown && {
        input: patchOf(shown.picture.image.data, IMAGE_SIZE, grid, cell),
        output: patchOf(shown.generation.reconstruction, IMAGE_SIZE, grid, cell),
      },
    [shown, grid, cell],
  );
  const vectors = useMemo(() => {
    if (!generation) return null;
    const latent = vectorAt(generation.latents, cell, generation.codeDim);
    const entry = token === undefined ? null : vectorAt(generation.entries, token, generation.codeDim);
    return { latent, entry, limit: Math.max(...latent.map(Math.abs), ...(entry ?? []).map(Math.abs)) };
  }, [generation, cell, token]);
  const side = IMAGE_SIZE / grid;
  const count = generation?.codeDim ?? PENDING;
  const id = token === undefined ? '–' : number(token);

  return (
    <div className="inspector">
      <div className="panel-row-head">
        <h3 className="tabular">
          <i className="inspector-swatch" style={{ backgroundColor: painted?.cells[cell]?.fill }} />
          {generation?.codebook === 'inf' ? t('cellContinuous') : t('cellToken', { id })}
        </h3>
        <span className="panel-note tabular">
          {t('cellTitle', { row: Math.floor(cell / grid) + 1, column: (cell % grid) + 1 })}
        </span>
      </div>
      <div className="inspector-body">
        <div className="inspector-patches">
          <figure>
            <PixelImage pixels={patches?.input ?? null} side={side} label={t('patchIn')} />
            <figcaption className="panel-note">{t('patchIn')}</figcaption>
          </figure>
          <figure>
            <PixelImage pixels={patches?.output ?? null} side={side} label={t('patchOut')} />
            <figcaption className="panel-note">{t('patchOut')}</figcaption>
          </figure>
        </div>
        <figure className="inspector-vector" data-symbol="entry z">
          <SignedBars
            label={token === undefined ? t('latent') : t('entry', { id })}
            values={vectors ? (vectors.entry ?? vectors.latent) : null}
            outlines={vectors?.entry ? vectors.latent : null}
            limit={vectors?.limit ?? 1}
          />
          <figcaption className="panel-note">{generation?.codebook === 'inf' ? t('latent') : t('entryNote')}</figcaption>
        </figure>
        <DistancePlot
          distances={distances}
          isFree={generation?.codebook === 'inf'}
          palette={painted?.palette ?? []}
          codebook={generation?.codebook}
        />
      </div>
      <div className="inspector-values">
        <ValueTable summary={t('latentValues', { count })} values={vectors?.latent ?? NONE} />
        {generation?.codebook !== 'inf' && <ValueTable summary={t('entryValues', { count })} values={vectors?.entry ?? NONE} />}
      </div>
    </div>
  );
}
