/** The gallery in the order of one representation: nearest first, with what the order is worth. */
import { memo, type ReactNode, useId } from 'react';
import type { MapRepresentation } from '../../dataset/maps';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { Ranking } from './ranking';
import { findTexts } from './texts';
import type { GalleryNames } from './use-gallery-names';
import type { LabMaps } from './use-maps';
import type { TokenCode } from './use-token-code';

interface ResultColumnProps {
  readonly way: MapRepresentation;
  readonly ranking: Ranking;
  readonly count: number;
  readonly names: GalleryNames;
  /** Of which tokens the order is made, if of any. */
  readonly tokenCode: TokenCode | null;
  /** The row lit, in this column or elsewhere. */
  readonly lit: number | null;
  /** Concept's row that ought to come first; null where the question names none. */
  readonly wanted: number | null;
  readonly light: LabMaps['light'];
  readonly onFind: (row: number) => void;
  /** What this order means for the question at hand. */
  readonly children: ReactNode;
}

const SCORES = { embedding: 'embeddingScore', tokens: 'tokensScore', pixels: 'pixelsScore' } as const;

export const ResultColumn = memo(function ResultColumn(props: ResultColumnProps) {
  const { way, ranking, count, names, tokenCode, lit, wanted, light, onFind, children } = props;
  const t = useTexts(findTexts);
  const number = useNumbers();
  const heading = useId();
  return (
    <div className="find-column" data-way={way}>
      <div className="find-column-head">
        <h3 id={heading}>{t(way)}</h3>
        <p className="find-note">{t(SCORES[way])}</p>
        {tokenCode && (
          <p className="find-note tabular" data-figure="token-code">
            {t('tokenCode', { grid: tokenCode.grid, codebook: tokenCode.codebook })}
          </p>
        )}
      </div>
      <div className="find-column-notes tabular">{children}</div>
      <ol aria-label={t('results', { way: t(way), count })}>
        {ranking.order.slice(0, count).map((row) => {
          const score = number(ranking.scores[row] as number, 2);
          const name = names.nameOf(row);
          return (
            <li key={row}>
              <button
                type="button"
                className="find-hit"
                data-lit={row === lit || undefined}
                data-wanted={row === wanted || undefined}
                aria-label={t('result', { name, score })}
                onClick={() => onFind(row)}
                onPointerEnter={(event) => event.pointerType === 'mouse' && light({ row })}
                onPointerLeave={() => light(null)}
                onFocus={() => light({ row })}
                onBlur={() => light(null)}
              >
                {names.thumbOf(row)}
                <span className="find-hit-name">{name}</span>
                <span className="find-hit-score tabular">{score}</span>
                <span className="find-hit-bar" style={{ '--share': Math.max(0, Math.min(1, ranking.scores[row] as number)) }} />
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
});
