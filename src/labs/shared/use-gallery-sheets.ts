/**
 * The gallery's sheets of thumbnails, asked for so that nobody learns what a reader's own picture shows: which single sheets a page
 * asks its host for tells what the picture is near to.
 */
import { useEffect, useMemo, useState } from 'react';
import type { FileUrl, Gallery } from './files';
import { type GallerySheets, gallerySheets } from './gallery-sheet';

const NONE: GallerySheets = new Map();

/** All sheets, once they were asked for; the page asks once. */
let everySheet: Promise<GallerySheets> | null = null;

/** Whole and in the page's own memory; one that does not come is left out. */
async function fetchAll(sheets: GallerySheets): Promise<GallerySheets> {
  const held = await Promise.allSettled(
    [...sheets].map(async ([subgroup, sheet]) => {
      const response = await fetch(sheet.url);
      if (!response.ok) throw new Error(`${sheet.url}: status ${response.status}`);
      return [subgroup, { ...sheet, url: URL.createObjectURL(await response.blob()) }] as const;
    }),
  );
  return new Map(held.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
}

/**
 * Where the sheet of each subgroup is. For a reader's own picture all of them are fetched, whatever it shows, and none is given before.
 * @param gallery null until it is there
 */
export function useGallerySheets(gallery: Gallery | null, fileUrl: FileUrl, isOwn: boolean): GallerySheets {
  const sheets = useMemo(() => (gallery ? gallerySheets(gallery, fileUrl) : NONE), [gallery, fileUrl]);
  const [all, setAll] = useState<GallerySheets | null>(null);
  useEffect(() => {
    if (!isOwn || sheets.size === 0) return undefined;
    let isMounted = true;
    everySheet ??= fetchAll(sheets);
    void everySheet.then((fetched) => {
      if (isMounted) setAll(fetched);
    });
    return () => {
      isMounted = false;
    };
  }, [isOwn, sheets]);
  return isOwn ? (all ?? NONE) : sheets;
}
