/** The gallery's drawings as readers know them: their names in the language read, their pictures, their artists. */
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../i18n/use-texts';
import { Sprite } from '../../ui/Sprite';
import type { FileUrl, Gallery } from '../shared/files';
import { gallerySheets } from '../shared/gallery-sheet';

export interface GalleryNames {
  nameOf(row: number): string;
  nameOfConcept(concept: string): string;
  artistName(id: string): string;
  thumbOf(row: number): ReactNode;
}

export function useGalleryNames(gallery: Gallery, fileUrl: FileUrl): GalleryNames {
  const language = useLanguage();
  return useMemo(() => {
    const sheets = gallerySheets(gallery, fileUrl);
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
  }, [gallery, fileUrl, language]);
}
