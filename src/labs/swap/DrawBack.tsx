/** The picture, and what the same decoder draws of it from each frozen code. */
import { useMemo } from 'react';
import type { SwapDrawing } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useSentenceSpace } from '../../i18n/use-sentence-space';
import { useTexts } from '../../i18n/use-texts';
import { IMAGE_SIZE, SWAP_CODES, type SwapCode } from '../../model/types';
import type { E3 } from '../../results/e3';
import { Choice } from '../../ui/Choice';
import { PixelImage } from '../../ui/PixelImage';
import { WeightLayer } from '../../ui/WeightLayer';
import type { Picture } from '../lab';
import { Failure } from '../shared/Failure';
import { DIFFERENCE_LIMIT, differenceLayer } from '../shared/pixel-difference';
import type { AwaitedFinding } from '../shared/use-finding';
import { SIDES } from './sides';
import { type Drawn, isDecoderAmiss } from './store';
import { swapTexts } from './texts';
import type { Choices } from './use-choices';
import { useFigureText } from './use-figure-text';
import { WithoutEvaluation } from './WithoutEvaluation';

interface DrawBackProps {
  readonly picture: Picture;
  readonly drawn: Drawn;
  readonly evaluation: AwaitedFinding<E3>;
  readonly view: Choices['view'];
  readonly onView: (view: Choices['view']) => void;
  readonly onRetry: () => void;
}

interface DrawingProps {
  readonly code: SwapCode;
  readonly original: Uint8Array;
  /** null until it has come. */
  readonly drawing: SwapDrawing | null;
  /** null where it is not there. */
  readonly evaluation: E3 | null;
  readonly view: Choices['view'];
}

function Drawing({ code, original, drawing, evaluation, view }: DrawingProps) {
  const t = useTexts(swapTexts);
  const number = useNumbers();
  const figure = useFigureText();
  const misses = useMemo(() => drawing && differenceLayer(original, drawing.reconstruction), [original, drawing]);
  const measured = evaluation?.figures.codes.find((each) => each.code === code)?.heldOut.psnr;
  return (
    <figure className="swap-drawing" data-side={SIDES[code]} data-code={code}>
      {view === 'drawing' ? (
        <PixelImage pixels={drawing?.reconstruction ?? null} side={IMAGE_SIZE} label={t('drawing', { code: t(code) })} />
      ) : (
        <div className="swap-miss">
          <WeightLayer weights={misses} side={IMAGE_SIZE} label={t('miss', { code: t(code) })} />
        </div>
      )}
      <figcaption>
        <span className="swap-code">{t(code)}</span>
        <span className="swap-bits tabular">
          {drawing ? t('bits', { count: number(drawing.metrics.bitsPerImage) }) : '\u00a0'}
        </span>
        <dl className="tabular">
          <div data-figure="psnr">
            <dt>{t('thisPicture')}</dt>
            <dd>{drawing ? (drawing.metrics.psnr === null ? t('exact') : figure(drawing.metrics.psnr, 'dB')) : '–'}</dd>
          </div>
          {measured && (
            <div>
              <dt>{t('evaluationSet')}</dt>
              <dd>{figure(measured.mean, 'dB')}</dd>
            </div>
          )}
        </dl>
      </figcaption>
    </figure>
  );
}

export function DrawBack({ picture, drawn, evaluation, view, onView, onRetry }: DrawBackProps) {
  const space = useSentenceSpace();
  const t = useTexts(swapTexts);
  const figure = useFigureText();
  const shown = drawn.shown?.picture === picture ? drawn.shown.result : null;
  const measured = evaluation.state === 'found' ? evaluation.result : null;
  const mean = measured?.figures.undrawn.find(({ kind }) => kind === 'mean-image');
  const isFailed = drawn.progress.state === 'failed';
  return (
    <div className="swap-part" aria-busy={drawn.progress.state === 'running'}>
      <div className="swap-head">
        <h3>{t('drawTitle')}</h3>
        {!isFailed && (
          <Choice
            label={t('view')}
            options={[
              { value: 'drawing', content: t('viewDrawing') },
              { value: 'miss', content: t('viewMiss') },
            ]}
            value={view}
            onChange={onView}
          />
        )}
      </div>
      <p className="swap-lede">{t('drawLede')}</p>
      {isFailed ? (
        <Failure className="swap-message" again={t('tryAgain')} onAgain={onRetry}>
          {t(isDecoderAmiss(drawn) ? 'decodersMissing' : 'drawFailed')}
        </Failure>
      ) : (
        <div className="swap-drawings">
          <figure className="swap-drawing">
            <PixelImage pixels={picture.image.data} side={IMAGE_SIZE} label={t('original')} />
            <figcaption>
              <span className="swap-code">{t('original')}</span>
            </figcaption>
          </figure>
          {SWAP_CODES.map((code) => (
            <Drawing
              key={code}
              code={code}
              original={picture.image.data}
              drawing={shown?.find((each) => each.code === code) ?? null}
              evaluation={measured}
              view={view}
            />
          ))}
        </div>
      )}
      {!isFailed && (
        <p className="swap-note">
          {view === 'miss' && t('missNote', { limit: DIFFERENCE_LIMIT }) + space}
          {mean ? t('drawMean', { psnr: figure(mean.heldOut.psnr.mean, 'dB') }) : t('drawBlur')}
        </p>
      )}
      {!isFailed && <WithoutEvaluation state={evaluation.state} />}
    </div>
  );
}
