/** The distances that chose a cell's token: the nearest entries as bars, all as a table, nearest first. */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { CodebookSize } from '../../model/types';
import type { CodeColour } from '../../ui/code-colours';
import { RankedBars } from '../../ui/RankedBars';
import { ChartTable } from '../shared/ChartTable';
import { smallest } from './codes';
import type { CellDistances } from './store';
import { compareTexts } from './texts';

interface DistancePlotProps {
  /** Those of the cell before stay until the next are there. */
  readonly distances: CellDistances | null;
  /** There is no codebook, hence no choice. */
  readonly isFree: boolean;
  readonly palette: readonly CodeColour[];
  readonly codebook: CodebookSize | undefined;
}

/** Entries drawn, at most. */
const PLACES = 24;
const NONE = new Float32Array();

export function DistancePlot({ distances, isFree, palette, codebook }: DistancePlotProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const values = distances && distances.generation.codebook === codebook && !isFree ? distances.values : NONE;
  const nearest = useMemo(() => smallest(values, PLACES), [values]);
  const [chosen, next] = nearest;
  const counted = () => t(values.length === nearest.length ? 'distancesAll' : 'distances', { shown: nearest.length });
  const title = isFree ? t('distancesNone') : chosen ? counted() : t('distancesPending');
  const note = chosen && next && t('distancesNote', { chosen: number(chosen.value, 3), next: number(next.value, 3) });
  return (
    <figure className="inspector-distances">
      <RankedBars
        label={note ? t('distancesLabel', { title, note }) : title}
        bars={nearest.map(({ index, value }) => ({ key: index, value, fill: palette[index]?.fill ?? '' }))}
        places={PLACES}
        limit={nearest.at(-1)?.value ?? 0}
      />
      <figcaption className="panel-note tabular">
        {title}
        <br />
        {note ?? '\u00a0'}
      </figcaption>
      {!isFree && (
        <ChartTable
          summary={t('distanceValues', { count: values.length > 0 ? number(values.length) : '…' })}
          columns={[t('entryId'), t('squaredDistance')]}
          rows={() => smallest(values, values.length)}
          cells={({ index, value }) => [number(index), number(value, 3)]}
        />
      )}
    </figure>
  );
}
