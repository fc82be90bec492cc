/** Where the gallery's drawings lie on their sheets of thumbnails: a sheet a subgroup. */
import type { SpriteSheet } from '../../ui/Sprite';
import type { FileUrl, Gallery } from './files';

export type GallerySheets = ReadonlyMap<string, SpriteSheet>;

/** The sheet of each subgroup, row-major, as many rows as its concepts need. */
export function gallerySheets({ concepts, columns }: Gallery, fileUrl: FileUrl): GallerySheets {
  const cells = new Map<string, number>();
  for (const { subgroup, sheetIndex } of concepts) cells.set(subgroup, Math.max(cells.get(subgroup) ?? 0, sheetIndex + 1));
  return new Map(
    [...cells].map(([subgroup, count]) => [
      subgroup,
      { url: fileUrl(`gallery/thumbs/${subgroup}.webp`), columns, rows: Math.ceil(count / columns) },
    ]),
  );
}
