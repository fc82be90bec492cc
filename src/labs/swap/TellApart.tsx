/** What the gallery has near to the picture by its vector, by its tokens, by its pixels; and the captions, which only the vector has. */
import { useMemo } from 'react';
import { LANGUAGE_TAGS } from '../../i18n/language';
import { useNumbers } from '../../i18n/use-numbers';
import { useSentenceSpace } from '../../i18n/use-sentence-space';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import type { E2 } from '../../results/e2';
import { Button } from '../../ui/Button';
import { Sprite } from '../../ui/Sprite';
import type { LabHost, Picture } from '../lab';
import { Failure } from '../shared/Failure';
import type { Gallery, Samples } from '../shared/files';
import { focusOnLab } from '../shared/focus-on-lab';
import type { GallerySheets } from '../shared/gallery-sheet';
import type { AwaitedFinding } from '../shared/use-finding';
import { useGallerySheets } from '../shared/use-gallery-sheets';
import { best, placeOf } from './answers';
import type { Told } from './store';
import { swapTexts } from './texts';
import { useFigureText } from './use-figure-text';
import { useOtherArtist } from './use-other-artist';
import { WithoutEvaluation } from './WithoutEvaluation';

interface TellApartProps {
  readonly host: LabHost;
  readonly samples: Samples;
  readonly gallery: Gallery;
  readonly picture: Picture;
  readonly told: Told;
  readonly evaluation: AwaitedFinding<E2>;
  readonly onRetry: () => void;
}

const ANSWERS = 5;

const WAYS = [
  { way: 'embedding', side: 'und', name: 'byEmbedding', note: 'byEmbeddingNote', encoder: 'contrastive', pooling: 'pooled' },
  { way: 'tokens', side: 'gen', name: 'byTokens', note: 'byTokensNote', encoder: 'vqvae-8', pooling: 'histogram' },
  { way: 'pixels', side: 'none', name: 'byPixels', note: 'byPixelsNote', encoder: 'pixels', pooling: 'whole' },
] as const;

interface AnswersProps {
  readonly label: string;
  readonly scores: Float32Array | null;
  readonly sheets: GallerySheets;
  readonly gallery: Gallery;
  /** The concept that would be right. */
  readonly right: number;
}

function Answers({ label, scores, sheets, gallery, right }: AnswersProps) {
  const number = useNumbers();
  const language = useLanguage();
  const answers = useMemo(() => (scores ? best(scores, ANSWERS) : []), [scores]);
  return (
    <ol className="swap-answers" aria-label={label}>
      {answers.map(({ index, score }) => {
        const concept = gallery.concepts[index];
        return (
          <li key={index} data-right={index === right || undefined}>
            <Sprite sheet={sheets.get(concept?.subgroup ?? '') ?? null} index={concept?.sheetIndex ?? 0} />
            <span className="swap-answer">{concept?.label[language]}</span>
            <span className="tabular">{number(score, 2)}</span>
          </li>
        );
      })}
    </ol>
  );
}

export function TellApart({ host, samples, gallery, picture, told, evaluation, onRetry }: TellApartProps) {
  const space = useSentenceSpace();
  const t = useTexts(swapTexts);
  const number = useNumbers();
  const figure = useFigureText();
  const language = useLanguage();
  const sheets = useGallerySheets(gallery, host.fileUrl, picture.kind === 'own');
  const otherArtist = useOtherArtist(host, samples, picture);
  const shown = told.shown?.picture === picture ? told.shown.result : null;
  const right = picture.kind === 'sample' ? gallery.concepts.findIndex(({ concept }) => concept === picture.concept) : -1;
  const known = gallery.concepts[right];
  const isInGallery = picture.kind === 'sample' && known?.artist === picture.artist;
  const captions = useMemo(() => (shown ? best(shown.captions, ANSWERS) : []), [shown]);
  const figures = evaluation.state === 'found' ? evaluation.result.figures : undefined;
  const recalls = figures?.representations;
  const chance = figures?.chance.retrieval.heldOutConcepts.r1;
  const captionRecall = figures?.captions[language];
  const measured = (value: number | undefined, without: number | undefined) =>
    value !== undefined && (
      <p className="swap-note tabular">
        {t('evaluationRecall', { value: figure(value, 'percent') })}
        {space}
        {without !== undefined && t('evaluationChance', { value: figure(without, 'percent') })}
      </p>
    );

  return (
    <div className="swap-part" aria-busy={told.progress.state === 'running'}>
      <h3>{t('tellTitle')}</h3>
      <p className="swap-lede tabular">{t('tellLede', { count: number(gallery.concepts.length) })}</p>
      {isInGallery && (
        <p className="swap-hint">
          {t('sameDrawing')}{' '}
          {otherArtist && (
            <Button
              onPress={() => {
                focusOnLab();
                otherArtist();
              }}
            >
              {t('otherArtist')}
            </Button>
          )}
        </p>
      )}
      {picture.kind === 'own' && <p className="swap-hint">{t('ownPicture')}</p>}
      {told.progress.state === 'failed' ? (
        <Failure className="swap-message" again={t('tryAgain')} onAgain={onRetry}>
          {t('tellFailed')}
        </Failure>
      ) : (
        <>
          <WithoutEvaluation state={evaluation.state} />
          <div className="swap-ways">
            {WAYS.map(({ way, side, name, note, encoder, pooling }) => {
              const found = recalls?.find((each) => each.encoder === encoder && each.pooling === pooling);
              return (
                <div key={way} className="swap-way" data-side={side} data-way={way}>
                  <h4>{t(name)}</h4>
                  <p className="swap-note">{shown ? t(note) : t('telling')}</p>
                  <Answers label={t(name)} scores={shown?.[way] ?? null} sheets={sheets} gallery={gallery} right={right} />
                  {shown && known && (
                    <p className="swap-place tabular" data-figure="place">
                      {t('place', { name: known.label[language], place: number(placeOf(shown[way], right)) })}
                    </p>
                  )}
                  {measured(found?.retrieval.heldOutConcepts.r1.mean, chance)}
                </div>
              );
            })}
            <div className="swap-way" data-side="und" data-way="captions">
              <h4>{t('captions')}</h4>
              <p className="swap-note">{t('captionsNote')}</p>
              <ol className="swap-answers" aria-label={t('captions')} lang={LANGUAGE_TAGS[shown?.language ?? language]}>
                {captions.map(({ index, score }) => (
                  <li key={index} data-right={index === right || undefined}>
                    <span className="swap-answer">{gallery.concepts[index]?.label[shown?.language ?? language]}</span>
                    <span className="tabular">{number(score, 2)}</span>
                  </li>
                ))}
              </ol>
              <p className="swap-note">{t('captionsOnly')}</p>
              {/* The gallery's captions are embedded by the tower alone. */}
              {measured(captionRecall?.towerAlone.heldOutR1, captionRecall?.chance.heldOutR1)}
            </div>
          </div>
        </>
      )}
    </div>
  );
}
