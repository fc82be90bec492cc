/** A picture as the browser's decoder hands it out. */

/** A decoded picture; `release` frees its memory. */
export interface Drawable {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  release(): void;
}
