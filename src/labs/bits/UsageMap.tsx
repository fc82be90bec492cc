/** A codebook as cells, an entry each: how often it was chosen, and which were never. */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { ChartTable } from '../shared/ChartTable';
import { bitsTexts } from './texts';
import { type Counts, mostFrequent, usageOf } from './usage';

interface UsageMapProps {
  readonly title: string;
  readonly counts: Counts;
}

/** Shades from seldom to often; counts are spread over them by doublings. */
const SHADES = 4;
/** Share of a cell that is filled. */
const FILL = 0.82;

const cellPath = (entry: number, columns: number): string =>
  `M${(entry % columns) + (1 - FILL) / 2} ${Math.floor(entry / columns) + (1 - FILL) / 2}h${FILL}v${FILL}h${-FILL}z`;

/** One path a shade, the dead entries' first. */
function pathsOf(counts: Uint32Array, columns: number): readonly string[] {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const paths = Array.from({ length: SHADES + 1 }, () => '');
  counts.forEach((count, entry) => {
    const shade = count === 0 ? 0 : 1 + Math.min(SHADES - 1, Math.floor((SHADES * Math.log2(count)) / Math.log2(most + 1)));
    paths[shade] += cellPath(entry, columns);
  });
  return paths;
}

export function UsageMap({ title, counts }: UsageMapProps) {
  const t = useTexts(bitsTexts);
  const number = useNumbers();
  const size = counts.counts.length;
  const columns = 2 ** Math.ceil(Math.log2(size) / 2);
  const paths = useMemo(() => pathsOf(counts.counts, columns), [counts, columns]);
  const { used, dead, perplexity } = useMemo(() => usageOf(counts), [counts]);
  const isCounted = counts.pictures > 0;
  const figures = [
    { term: t('used'), value: used, digits: 0, figure: 'used' },
    { term: t('dead'), value: dead, digits: 0, figure: 'dead' },
    { term: t('perplexity'), value: perplexity, digits: 1, figure: 'perplexity' },
  ];
  return (
    <>
      <svg
        className="usage-map"
        data-uncounted={isCounted ? undefined : ''}
        viewBox={`0 0 ${columns} ${size / columns}`}
        role="img"
        aria-label={
          isCounted
            ? t('usageMap', { title, size: number(size), used: number(used), dead: number(dead) })
            : t('usageMapEmpty', { title, size: number(size) })
        }
      >
        {paths.map((path, shade) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shade is its place
          <path key={shade} data-shade={shade} d={path} />
        ))}
      </svg>
      <dl className="usage-figures tabular">
        {figures.map(({ term, value, digits, figure }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd data-figure={figure}>{isCounted ? number(value, digits) : '–'}</dd>
          </div>
        ))}
      </dl>
      {isCounted && (
        <ChartTable
          summary={t('usageTable', { title })}
          columns={[t('entry'), t('times'), t('share')]}
          rows={() => mostFrequent(counts)}
          cells={({ entry, count, share }) => [number(entry), number(count), t('percent', { value: number(100 * share, 2) })]}
        />
      )}
    </>
  );
}
