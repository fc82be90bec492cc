/**
 * The centre of the lab: what each code tells and what can be drawn back from it, as a table whose first two rows are the
 * two-by-two and whose others are its controls. Every figure stands on its column's scale, on a line from what chance reaches.
 */
import { useMemo } from 'react';
import { useNumbers } from '../../i18n/use-numbers';
import { useSentenceSpace } from '../../i18n/use-sentence-space';
import { useTexts } from '../../i18n/use-texts';
import type { TwoByTwo as Result } from '../../results/two-by-two';
import { compareCodes, type Measures, type Point, placeOn, type Row, type Scale, type Verdict, verdictOf } from './measures';
import { swapTexts } from './texts';
import { useFigureText } from './use-figure-text';
import './TwoByTwo.css';

interface TwoByTwoProps {
  readonly figures: Result['figures'];
  readonly measures: Measures;
}

type Question = 'tell' | 'draw';
const QUESTIONS = ['tell', 'draw'] as const;

const TELL_BASES = { group: 'chanceGroup', balanced: 'chanceBalanced', concept: 'chanceConcept' } as const;

/** What is done without looking: an answer, or a picture. */
const baseOf = (question: Question, { tell, draw }: Measures) =>
  question === 'tell' ? TELL_BASES[tell] : draw === 'judge' ? TELL_BASES.group : 'chanceDraw';
const SIDES: Readonly<Partial<Record<Row['code'], 'und' | 'gen'>>> = {
  pooled: 'und',
  grid: 'und',
  tokens: 'gen',
  'tokens-16': 'gen',
};
const VERDICTS = { pooled: 'verdictPooled', tokens: 'verdictTokens', neither: 'verdictNeither' } as const;

const at = (share: number) => `${100 * share}%`;

/** The figure as a dot, its spread as a band, its gain over chance as a line. */
function Mark({ point: { mean, sd }, scale }: { readonly point: Point; readonly scale: Scale }) {
  const [chance, value] = [placeOn(scale, scale.chance), placeOn(scale, mean)];
  const [low, high] = [placeOn(scale, mean - sd), placeOn(scale, mean + sd)];
  return (
    <span className="two-mark" aria-hidden="true">
      <i className="two-chance" style={{ insetInlineStart: at(chance) }} />
      {scale.ceiling !== null && <i className="two-ceiling" style={{ insetInlineStart: at(placeOn(scale, scale.ceiling)) }} />}
      <i className="two-line" style={{ insetInlineStart: at(Math.min(chance, value)), width: at(Math.abs(value - chance)) }} />
      <i className="two-spread" style={{ insetInlineStart: at(low), width: at(high - low) }} />
      <i className="two-dot" style={{ insetInlineStart: at(value) }} />
    </span>
  );
}

export function TwoByTwo({ figures, measures }: TwoByTwoProps) {
  const space = useSentenceSpace();
  const t = useTexts(swapTexts);
  const number = useNumbers();
  const figure = useFigureText();
  const { main, controls, scales } = useMemo(() => compareCodes(figures, measures), [figures, measures]);
  const verdicts: Readonly<Record<Question, Verdict>> = { tell: verdictOf(main, 'tell'), draw: verdictOf(main, 'draw') };

  const rowOf = (row: Row, isMain: boolean) => (
    <tr key={row.code} data-side={SIDES[row.code]} data-code={row.code}>
      <th scope="row" className="two-head">
        <span className="two-name">{t(row.code)}</span>
        <span className="two-bits tabular">{t('bits', { count: number(row.bits) })}</span>
      </th>
      {QUESTIONS.map((question) => {
        const { unit } = scales[question];
        return (
          <td key={question} className="two-field" data-best={(isMain && verdicts[question] === row.code) || undefined}>
            <span className="two-values">
              <span className={isMain ? 'two-large tabular' : 'two-small tabular'} data-figure={question}>
                {figure(row[question].mean, unit)}
              </span>
              <Mark point={row[question]} scale={scales[question]} />
            </span>
          </td>
        );
      })}
    </tr>
  );
  const sentence = (question: Question) => {
    const [pooled, tokens] = main.map((row) => figure(row[question].mean, scales[question].unit));
    return t(VERDICTS[verdicts[question]], { pooled: pooled ?? '', tokens: tokens ?? '' });
  };

  return (
    <div className="two-by-two">
      <p className="two-verdicts tabular">
        <span>
          <b>{t('verdictTell')}</b>
          {sentence('tell')}
        </span>
        {space}
        <span>
          <b>{t('verdictDraw')}</b>
          {sentence('draw')}
        </span>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col" className="two-corner">
              <span className="visually-hidden">{t('code')}</span>
            </th>
            <th scope="col" className="two-question">
              {t('tellQuestion')}
            </th>
            <th scope="col" className="two-question">
              {t('drawQuestion')}
            </th>
          </tr>
        </thead>
        <tbody className="two-main">{main.map((row) => rowOf(row, true))}</tbody>
        <tbody className="two-scales">
          <tr>
            <th scope="row" className="two-head">
              {t('chanceRow')}
            </th>
            {QUESTIONS.map((question) => {
              const scale = scales[question];
              const base = placeOn(scale, scale.chance);
              const isTurned = base > 0.5;
              return (
                <td key={question} className="two-field">
                  <span className="two-scale tabular">
                    <span
                      className="two-label"
                      data-turned={isTurned || undefined}
                      style={isTurned ? { marginInlineEnd: at(1 - base) } : { marginInlineStart: at(base) }}
                    >
                      {t(baseOf(question, measures))} {figure(scale.chance, scale.unit)}
                    </span>
                    {scale.ceiling !== null && (
                      <span className="two-label two-label-end">
                        {t('ceiling')} {figure(scale.ceiling, scale.unit)}
                      </span>
                    )}
                  </span>
                </td>
              );
            })}
          </tr>
        </tbody>
        <tbody className="two-controls">{controls.map((row) => rowOf(row, false))}</tbody>
      </table>
      <p className="swap-note">{t('controlNote')}</p>
    </div>
  );
}
