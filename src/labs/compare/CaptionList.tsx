/** The captions nearest to the picture, in the reader's language. */
import { useId } from 'react';
import type { CaptionMatch } from '../../engine/protocol';
import { LANGUAGE_TAGS } from '../../i18n/language';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { MatchRow } from './MatchRow';
import { compareTexts } from './texts';

/** Rows kept, filled or not. */
const ROWS = 5;

export function CaptionList({ matches }: { readonly matches: readonly CaptionMatch[] | null }) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const heading = useId();
  return (
    <div className="matches" data-symbol="y similarity">
      <div className="panel-row-head">
        <h3 id={heading}>{t('captions')}</h3>
        <span className="panel-note">{t('cosine')}</span>
      </div>
      <ol aria-labelledby={heading} style={{ '--rows': ROWS }}>
        {(matches ?? []).slice(0, ROWS).map(({ concept, text, lang, cosine }) => (
          <MatchRow key={`${concept} ${text}`} text={text} lang={LANGUAGE_TAGS[lang]} share={cosine} figure={number(cosine, 2)} />
        ))}
      </ol>
    </div>
  );
}
