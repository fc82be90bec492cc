/** What is to be said about one cell, its row and its column. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { type RankedBar, RankedBars } from '../../ui/RankedBars';
import type { Sides } from './sides';
import { lossTexts } from './texts';

interface CellReadoutProps {
  readonly cell: number;
  /** Drawing of each row, caption of each column, by name. */
  readonly drawings: readonly string[];
  readonly captions: readonly string[];
  readonly sides: Sides;
}

export function CellReadout({ cell, drawings, captions, sides }: CellReadoutProps) {
  const t = useTexts(lossTexts);
  const number = useNumbers();
  const { batch, softmax, sigmoid } = sides;
  const { size } = batch;
  const row = Math.floor(cell / size);
  const column = cell % size;
  const at = (values: Float64Array) => values[cell] as number;
  const force = (derivative: number) => t(derivative < 0 ? 'pulled' : 'pushed', { value: number(derivative, 3) });

  const inRow = Array.from({ length: size }, (_, k) => row * size + k);
  const inColumn = Array.from({ length: size }, (_, k) => k * size + column);
  const chart = (line: string, what: string, cells: readonly number[], values: Float64Array) => {
    const bars: RankedBar[] = cells.map((each, key) => ({
      key,
      value: values[each] as number,
      fill: batch.positives[each] ? 'var(--und)' : each === cell ? 'var(--ink)' : 'var(--edge)',
    }));
    const list = bars.map(({ value }) => number(value, 2)).join(t('listMark'));
    return (
      <figure className="loss-line">
        <RankedBars label={t('chartLabel', { line, what, values: list })} bars={bars} places={size} limit={1} />
        <figcaption>{what}</figcaption>
      </figure>
    );
  };

  return (
    <div className="loss-readout">
      <div className="loss-readout-head">
        <span className="loss-place tabular">{t('cell', { row: row + 1, column: column + 1 })}</span>
        <p>
          <b data-symbol="x">{drawings[row]}</b> <span className="loss-place">{t('versus')}</span>{' '}
          <b data-symbol="y">{t('quoted', { caption: captions[column] ?? '' })}</b>
        </p>
      </div>
      <dl className="loss-figures tabular">
        {(
          [
            ['cosine', number(at(batch.cosines), 3)],
            ['counted', t(batch.positives[cell] ? 'countedPair' : 'countedNot')],
            ['rowShare', number(at(softmax.rowShares), 3)],
            ['columnShare', number(at(softmax.columnShares), 3)],
            ['softmaxForce', force(at(softmax.gradient))],
            ['probability', number(at(sigmoid.probabilities), 3), 'sigma'],
            ['sigmoidForce', force(at(sigmoid.gradient))],
          ] as const
        ).map(([key, value, symbol]) => (
          <div key={key} data-symbol={symbol}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="loss-lines">
        <h4>{t('rowChart')}</h4>
        {chart(t('rowChart'), t('chartSoftmax'), inRow, softmax.rowShares)}
        {chart(t('rowChart'), t('chartSigmoid'), inRow, sigmoid.probabilities)}
        <h4>{t('columnChart')}</h4>
        {chart(t('columnChart'), t('chartSoftmax'), inColumn, softmax.columnShares)}
        {chart(t('columnChart'), t('chartSigmoid'), inColumn, sigmoid.probabilities)}
      </div>
    </div>
  );
}
