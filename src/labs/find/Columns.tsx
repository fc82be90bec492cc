/** The three orders side by side, each with what it is worth on this question. */
import { memo, useState } from 'react';
import { MAP_REPRESENTATIONS, type MapRepresentation } from '../../dataset/maps';
import { useNumbers } from '../../i18n/use-numbers';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import type { Gallery } from '../shared/files';
import { ResultColumn } from './ResultColumn';
import { kindOf, kindSize, ofKind } from './ranking';
import type { Rankings, Shown } from './store';
import { findTexts } from './texts';
import type { GalleryNames } from './use-gallery-names';
import type { LabMaps } from './use-maps';
import type { TokenCode } from './use-token-code';

interface ColumnsProps {
  readonly shown: Shown;
  readonly rankings: Rankings;
  readonly gallery: Gallery;
  readonly names: GalleryNames;
  readonly tokenCode: TokenCode | null;
  /** The row lit, here or on the maps. */
  readonly lit: number | null;
  readonly light: LabMaps['light'];
  readonly onFind: (row: number) => void;
}

/** Drawings listed at first, and once more are asked for. */
export const FEW = 8;
const MANY = 40;

/** The gallery's row of the concept asked with; null where the question names none. */
function askedRow({ query, picture }: Shown, { concepts }: Gallery): number | null {
  if (query.kind === 'drawing') return query.row;
  if (picture?.kind !== 'sample') return null;
  const row = concepts.findIndex(({ concept }) => concept === picture.concept);
  return row < 0 ? null : row;
}

/** Nothing in it changes while the reader moves a map. */
export const Columns = memo(function Columns({ shown, rankings, gallery, names, tokenCode, lit, light, onFind }: ColumnsProps) {
  const t = useTexts(findTexts);
  const number = useNumbers();
  const [isLong, setIsLong] = useState(false);
  const count = isLong ? MANY : FEW;
  const { concepts } = gallery;
  const asked = askedRow(shown, gallery);
  const subgroup = asked === null ? undefined : concepts[asked]?.subgroup;

  const notes = (way: MapRepresentation) => {
    const ranking = rankings[way];
    if (shown.phrase)
      return (
        <p className="find-note">
          {way === 'embedding' || shown.standIn === null ? t('phraseNote') : t('standIn', { name: names.nameOf(shown.standIn) })}
        </p>
      );
    if (asked === null || subgroup === undefined) return null;
    const place = ranking.places[asked] as number;
    const kind = kindOf(subgroup);
    return (
      <>
        {place > 0 && (
          <p className="find-place" data-figure="place">
            {t('samePlace', { place: number(place), count: number(ranking.order.length) })}
          </p>
        )}
        {place === 0 && shown.query.kind === 'picture' && <p className="find-note">{t('ownDrawing')}</p>}
        <p className="find-note" data-figure="kind">
          {t(kind.isMammals ? 'mammals' : 'kind', {
            first: count,
            count: number(ofKind(ranking, concepts, kind, count)),
            group: subgroup,
            all: number(kindSize(concepts, kind, place === 0 ? asked : null)),
          })}
        </p>
      </>
    );
  };
  return (
    <>
      {!shown.phrase && subgroup !== undefined && kindOf(subgroup).isMammals && <p className="find-note">{t('mammalsNote')}</p>}
      <div className="find-columns">
        {MAP_REPRESENTATIONS.map((way) => (
          <ResultColumn
            key={way}
            way={way}
            ranking={rankings[way]}
            count={count}
            names={names}
            tokenCode={way === 'tokens' ? tokenCode : null}
            lit={lit}
            wanted={shown.phrase ? null : asked}
            light={light}
            onFind={onFind}
          >
            {notes(way)}
          </ResultColumn>
        ))}
      </div>
      <Button look="quiet" onPress={() => setIsLong(!isLong)}>
        {t(isLong ? 'fewer' : 'more')}
      </Button>
    </>
  );
});
