/** Parts a section's text where a lab has its home, or where another lab comes to stand beside it. */

/** A stretch of text, the lab that stands beside it, and the lab that has its home right after it. */
export interface Piece {
  readonly html: string;
  readonly lab: string | null;
  readonly home: string | null;
}

/** What `LabHome` and `Beside` write; each stands by itself between the blocks of a text. */
const MARK = /<hr data-(?<kind>home|beside)="(?<lab>[a-z-]+)"\/>/g;

/**
 * @param html a section's text with its marks
 * @param lab id of the lab that stands beside the section's beginning; null where none does
 */
export function splitAtLabs(html: string, lab: string | null): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let beside = lab;
  for (const mark of html.matchAll(MARK)) {
    const { kind, lab: named = '' } = mark.groups ?? {};
    pieces.push({ html: html.slice(from, mark.index), lab: beside, home: kind === 'home' ? named : null });
    from = mark.index + mark[0].length;
    beside = named;
  }
  pieces.push({ html: html.slice(from), lab: beside, home: null });
  // Two marks in a row leave nothing between them, and a mark at the end nothing after it.
  return pieces.filter(({ html: text, home }) => text.trim() !== '' || home !== null);
}
