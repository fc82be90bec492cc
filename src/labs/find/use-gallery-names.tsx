/** The gallery's drawings as readers know them: their names in the language read, their pictures, their artists. */
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../i18n/use-texts';
import { Sprite } from '../../ui/Sprite';
import type { FileUrl, Gallery } from '../shared/files';
import { useGallerySheets } from '../shared/use-gallery-sheets';

export interface GalleryNames {
  nameOf(row: number): string;
  nameOfConcept(concept: string): string;
  artistName(id: string): string;
  thumbOf(row: number): ReactNode;
}

/** @param isOwn whether the picture asked with is the reader's own */
export function useGalleryNames(gallery: Gallery, fileUrl: FileUrl, isOwn: boolean): GalleryNames {
  const language = useLanguage();
  const sheets = useGallerySheets(gallery, fileUrl, isOwn);
  return useMemo(() => {
    const { concepts, attributions } = gallery;
    return {
      nameOf: (row) => concepts[row]?.label[language] ?? '',
      nameOfConcept: (concept) => concepts.find((each) => each.concept === concept)?.label[language] ?? concept,
      artistName: (id) => attributions.find((each) => each.id === id)?.title ?? id,
      thumbOf(row) {
        const entry = concepts[row];
        return <Sprite sheet={(entry && sheets.get(entry.subgroup)) ?? null} index={entry?.sheetIndex ?? 0} />;
      },
    };
  }, [gallery, sheets, language]);
}
