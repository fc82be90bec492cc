/** The charts' numbers: the plane's points, then what the same bits buy otherwise. */
import { memo } from 'react';
import type { GenerationResult } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { E4 } from '../../results/e4';
import type { Average } from '../../results/envelope';
import { TableFrame } from '../shared/TableFrame';
import { keyOf, PLANE } from './plane';
import { type PictureSet, type Series, setPoint } from './series';
import { bitsTexts } from './texts';
import { NONE, usePointText } from './use-point-text';

interface RateTableProps {
  readonly points: ReadonlyMap<string, GenerationResult>;
  readonly pictureSeries: readonly Series[];
  readonly setSeries: readonly Series[];
  readonly set: PictureSet;
  readonly evaluation: E4 | null;
}

/** Nothing in it changes while the reader moves over the plane. */
export const RateTable = memo(function RateTable({ points, pictureSeries, setSeries, set, evaluation }: RateTableProps) {
  const t = useTexts(bitsTexts);
  const number = useNumbers();
  const { wayText, sizeText, valueText } = usePointText();
  const spread = (average: Average | undefined, decimals: number) =>
    average ? `${number(average.mean, decimals)} ± ${number(average.sd, decimals)}` : NONE;
  const setName = t(set);
  const isOther = ({ way }: Series) => !way.startsWith('vqvae');
  const others = [
    ...pictureSeries.filter(isOther).map((series) => ({ scope: t('thisPicture'), ...series })),
    ...setSeries.filter(isOther).map((series) => ({ scope: setName, ...series })),
  ];
  return (
    <details className="bits-table">
      <summary>{t('table')}</summary>
      <TableFrame className="bits-table-frame" label={t('table')}>
        <table className="tabular">
          <caption>{t('tablePlane')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('grid')}</th>
              <th scope="col">{t('entriesLabel')}</th>
              <th scope="col">{t('bits')}</th>
              <th scope="col">{t('psnrAxis')}</th>
              <th scope="col">SSIM</th>
              <th scope="col">{t('used')}</th>
              <th scope="col">{t('setPsnr', { set: setName })}</th>
              <th scope="col">SSIM</th>
              <th scope="col">{t('used')}</th>
              <th scope="col">{t('perplexity')}</th>
            </tr>
          </thead>
          <tbody>
            {PLANE.map((settings) => {
              const own = points.get(keyOf(settings))?.metrics;
              const measured = evaluation ? setPoint(evaluation, settings) : undefined;
              const bits = own?.bitsPerImage ?? measured?.bits;
              const { usage, perplexity } = measured?.vqvae ?? { usage: null, perplexity: null };
              return (
                <tr key={keyOf(settings)}>
                  <th scope="row">
                    {settings.grid}×{settings.grid}
                  </th>
                  <td>{sizeText(settings.codebook)}</td>
                  <td>{bits === undefined ? NONE : number(bits)}</td>
                  <td>{own ? (own.psnr === null ? '∞' : number(own.psnr, 2)) : NONE}</td>
                  <td>{own ? number(own.ssim, 3) : NONE}</td>
                  <td>{own && own.codesUsed !== null ? number(own.codesUsed) : NONE}</td>
                  <td>{spread(measured?.vqvae[set].psnr, 2)}</td>
                  <td>{spread(measured?.vqvae[set].ssim, 3)}</td>
                  <td>{usage === null ? NONE : t('percent', { value: number(100 * usage, 1) })}</td>
                  <td>{perplexity === null ? NONE : number(perplexity, 1)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {others.length > 0 && (
          <table className="tabular">
            <caption>{t('tableRivals')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('way')}</th>
                <th scope="col">{t('over')}</th>
                <th scope="col">{t('bits')}</th>
                <th scope="col">PSNR</th>
                <th scope="col">SSIM</th>
                <th scope="col">{t('fits')}</th>
              </tr>
            </thead>
            <tbody>
              {others.flatMap(({ scope, way, points: list }) =>
                list.map(({ bits, psnr, ssim, fits }) => (
                  <tr key={`${scope} ${way} ${bits}`}>
                    <th scope="row">{wayText(way)}</th>
                    <td>{scope}</td>
                    <td>{number(bits)}</td>
                    <td>{fits === 0 ? NONE : valueText('psnr', psnr)}</td>
                    <td>{fits === 0 ? NONE : valueText('ssim', ssim)}</td>
                    <td>{fits === undefined ? NONE : t('percent', { value: number(100 * fits) })}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        )}
      </TableFrame>
    </details>
  );
});
