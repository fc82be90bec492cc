/** The two-by-two with everything that was measured: each way of making a vector, each measure, with its spread. */
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import type { TwoByTwo } from '../../results/two-by-two';
import { TableFrame } from '../shared/TableFrame';
import {
  DRAW_MEASURES,
  type DrawMeasure,
  drawOf,
  type Point,
  type Pooling,
  TELL_MEASURES,
  type TellMeasure,
  tellOf,
} from './measures';
import { swapTexts } from './texts';

const POOLINGS = {
  pooled: 'poolingPooled',
  gridMean: 'poolingGridMean',
  gridFlat: 'poolingGridFlat',
  histogram: 'poolingHistogram',
  codesMean: 'poolingCodesMean',
  codesFlat: 'poolingCodesFlat',
  whole: 'poolingWhole',
} as const satisfies Record<Pooling, string>;

export const TELL_NAMES = {
  group: 'tellByGroup',
  balanced: 'tellByBalanced',
  concept: 'tellByConcept',
} as const satisfies Record<TellMeasure, string>;
export const DRAW_NAMES = {
  psnr: 'drawByPsnr',
  ssim: 'drawBySsim',
  photos: 'drawByPhotos',
  judge: 'drawByJudge',
} as const satisfies Record<DrawMeasure, string>;

const UNITS = { psnr: 'dB', ssim: '', photos: 'dB', judge: '%' } as const;

export function AllNumbers({ figures }: { readonly figures: TwoByTwo['figures'] }) {
  const t = useTexts(swapTexts);
  const number = useNumbers();
  const spread = ({ mean, sd }: Point, decimals: number) =>
    t('spread', { mean: number(mean, decimals), sd: number(sd, decimals) });
  const decimalsOf = (measure: DrawMeasure) => (measure === 'ssim' ? 3 : 2);
  return (
    <details className="swap-details">
      <summary>{t('details')}</summary>
      <TableFrame className="swap-table-frame" label={t('details')}>
        <table className="tabular">
          <thead>
            <tr>
              <th scope="col">{t('code')}</th>
              {DRAW_MEASURES.map((measure) => (
                <th key={measure} scope="col">
                  {t(DRAW_NAMES[measure])} {UNITS[measure]}
                </th>
              ))}
              <th scope="col">{t('pooling')}</th>
              <th scope="col">{t('parameters')}</th>
              {TELL_MEASURES.map((measure) => (
                <th key={measure} scope="col">
                  {t(TELL_NAMES[measure])} %
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.codes.map(({ code, tell, draw }) =>
              tell.map((told, i) => (
                <tr key={`${code} ${told.pooling}`}>
                  {i === 0 && (
                    <>
                      <th scope="rowgroup" rowSpan={tell.length}>
                        {t(code)}
                      </th>
                      {DRAW_MEASURES.map((measure) => (
                        <td key={measure} rowSpan={tell.length}>
                          {spread(drawOf(draw, measure), decimalsOf(measure))}
                        </td>
                      ))}
                    </>
                  )}
                  <td className="swap-words">{t(POOLINGS[told.pooling])}</td>
                  <td>{number(told.parameters)}</td>
                  {TELL_MEASURES.map((measure) => (
                    <td key={measure}>{spread(tellOf(told, measure), 1)}</td>
                  ))}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </TableFrame>
    </details>
  );
}
