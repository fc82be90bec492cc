/** The picture and both its codes, before the change and after it, with the two numbers that say how far they moved. */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE } from '../../model/types';
import { CodeMap } from '../../ui/CodeMap';
import { type CodeColour, codeColours } from '../../ui/code-colours';
import { PixelImage } from '../../ui/PixelImage';
import { SignedBars } from '../../ui/SignedBars';
import { WeightLayer } from '../../ui/WeightLayer';
import { ChartTable } from '../shared/ChartTable';
import type { Shown } from './store';
import { survivesTexts } from './texts';

/** Of the numbers of a vector that has length one. */
const DECIMALS = 3;

const coloursOf = (tokens: Uint16Array, palette: readonly CodeColour[]) =>
  Array.from(tokens, (token) => palette[token] as CodeColour);

export function CodesCompared({ shown }: { readonly shown: Shown }) {
  const t = useTexts(survivesTexts);
  const number = useNumbers();
  const { baseline, image, codes, distance, cells, fresh, turn } = shown;
  const { grid, codebook } = baseline.settings;
  const limit = useMemo(() => Math.max(...baseline.codes.embedding.map(Math.abs)), [baseline]);
  const palette = useMemo(
    () => (codebook === 'inf' ? [] : codeColours(baseline.entries, baseline.codeDim)),
    [baseline, codebook],
  );
  const before = useMemo(() => coloursOf(baseline.codes.tokens, palette), [baseline, palette]);
  const after = useMemo(() => coloursOf(codes.tokens, palette), [codes, palette]);
  const veil = useMemo(() => cells.map((changed) => 1 - changed), [cells]);
  const changed = cells.reduce((sum, cell) => sum + cell, 0);
  const counts = { changed: number(changed), count: number(cells.length) };
  return (
    <div className="survives-codes" data-shows="change strength">
      <div className="survives-picture">
        <div className="survives-head">
          <h3>{t('picture')}</h3>
        </div>
        <div className="survives-pair">
          <figure>
            <PixelImage pixels={baseline.picture.image.data} side={IMAGE_SIZE} label={t('pictureBefore')} />
            <figcaption>{t('before')}</figcaption>
          </figure>
          <figure>
            <PixelImage pixels={image.data} side={IMAGE_SIZE} label={t('pictureAfter')} />
            <figcaption>{t('after')}</figcaption>
          </figure>
        </div>
      </div>

      <div className="survives-embedding">
        <div className="survives-head">
          <h3>{t('embedding')}</h3>
          <dl className="tabular">
            <dt>{t('cosine')}</dt>
            <dd data-figure="cosine">{number(distance.cosine, 3)}</dd>
          </dl>
        </div>
        <SignedBars
          className="survives-bars"
          label={t('embeddingChart', { count: number(codes.embedding.length) })}
          values={codes.embedding}
          outlines={baseline.codes.embedding}
          limit={limit}
        />
        <p className="survives-note">{t('embeddingNote')}</p>
        <ChartTable
          summary={t('embeddingTable', { count: number(codes.embedding.length) })}
          columns={[t('dimension'), t('before'), t('after'), t('difference')]}
          rows={() => Array.from(codes.embedding, (now, i) => ({ i, now, was: baseline.codes.embedding[i] as number }))}
          cells={({ i, was, now }) => [number(i + 1), number(was, DECIMALS), number(now, DECIMALS), number(now - was, DECIMALS)]}
        />
      </div>

      <div className="survives-tokens">
        <div className="survives-head">
          <h3>{t('tokens')}</h3>
          <dl className="tabular">
            <dt>{t('tokensChanged')}</dt>
            <dd data-figure="tokens">
              {distance.tokensChanged === null ? '–' : t('percent', { value: number(100 * distance.tokensChanged, 1) })}
            </dd>
          </dl>
        </div>
        {distance.tokensChanged === null ? (
          <p className="survives-note">{t('noCodebook')}</p>
        ) : (
          <>
            <div className="survives-pair">
              <figure>
                <CodeMap label={t('tokensBefore')} grid={grid} colours={before} />
                <figcaption>{t('before')}</figcaption>
              </figure>
              <figure>
                <CodeMap label={t('tokensAfter', counts)} grid={grid} colours={after}>
                  <WeightLayer className="survives-veil" weights={veil} side={grid} />
                  {/* A new element for each step, so that the flash begins anew. */}
                  <WeightLayer key={turn} className="survives-flash" weights={fresh} side={grid} />
                </CodeMap>
                <figcaption>{t('after')}</figcaption>
              </figure>
            </div>
            <p className="survives-note tabular">
              {t('ofCells', counts)} · {t('tokensNote')}
            </p>
          </>
        )}
      </div>
    </div>
  );
}
