/** The gallery's concepts nearest to the picture, each with its drawing and cosine. */
import { useId } from 'react';
import type { NearestConcept } from '../../engine/protocol';
import { useNumbers } from '../../i18n/use-numbers';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { Sprite, type SpriteSheet } from '../../ui/Sprite';
import type { Gallery } from '../shared/files';
import { MatchRow } from './MatchRow';
import { compareTexts } from './texts';

interface NearestListProps {
  readonly matches: readonly NearestConcept[] | null;
  readonly gallery: Gallery | null;
  readonly fileUrl: (path: string) => string;
}

/** Rows kept, filled or not. */
const ROWS = 6;

/** The sheet of a subgroup's drawings, row-major, as many rows as its concepts need. */
function sheetOf(gallery: Gallery, subgroup: string, fileUrl: (path: string) => string): SpriteSheet {
  const cells = gallery.concepts.reduce(
    (most, concept) => (concept.subgroup === subgroup ? Math.max(most, concept.sheetIndex + 1) : most),
    0,
  );
  return { url: fileUrl(`gallery/thumbs/${subgroup}.webp`), columns: gallery.columns, rows: Math.ceil(cells / gallery.columns) };
}

export function NearestList({ matches, gallery, fileUrl }: NearestListProps) {
  const t = useTexts(compareTexts);
  const number = useNumbers();
  const language = useLanguage();
  const heading = useId();
  return (
    <div className="matches">
      <div className="panel-row-head">
        <h3 id={heading}>{t('nearestConcepts')}</h3>
        <span className="panel-note">{t('cosine')}</span>
      </div>
      <ol aria-labelledby={heading} style={{ '--rows': ROWS }}>
        {(matches ?? []).slice(0, ROWS).map(({ index, concept, cosine }) => {
          const entry = gallery?.concepts[index];
          const sheet = gallery && entry ? sheetOf(gallery, entry.subgroup, fileUrl) : null;
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
