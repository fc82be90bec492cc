/** The gallery's concepts nearest to the picture, each with its drawing and cosine. */
import { useId } from 'react';
import type { NearestConcept } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { Sprite } from '../../ui/Sprite';
import type { Gallery } from '../shared/files';
import { useGallerySheets } from '../shared/use-gallery-sheets';
import { MatchRow } from './MatchRow';
import { compareTexts } from './texts';

interface NearestListProps {
  readonly matches: readonly NearestConcept[] | null;
  readonly gallery: Gallery | null;
  readonly fileUrl: (path: string) => string;
  /** Whether the picture is the reader's own. */
  readonly isOwn: boolean;
}

/** Rows kept, filled or not. */
const ROWS = 6;

export function NearestList({ matches, gallery, fileUrl, isOwn }: NearestListProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const language = useLanguage();
  const heading = useId();
  const sheets = useGallerySheets(gallery, fileUrl, isOwn);
  return (
    <div className="matches">
      <div className="panel-row-head">
        <h3 id={heading}>{t('nearestConcepts')}</h3>
        <span className="panel-note">{t('cosine')}</span>
      </div>
      <ol aria-labelledby={heading} style={{ '--rows': ROWS }}>
        {(matches ?? []).slice(0, ROWS).map(({ index, concept, cosine }) => {
          const entry = gallery?.concepts[index];
          const sheet = (entry && sheets.get(entry.subgroup)) ?? null;
          return (
            <MatchRow key={concept} text={entry?.label[language] ?? ''} share={cosine} figure={number(cosine, 2)}>
              <Sprite sheet={sheet} index={entry?.sheetIndex ?? 0} />
            </MatchRow>
          );
        })}
      </ol>
    </div>
  );
}
