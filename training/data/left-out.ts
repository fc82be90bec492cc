/** Account of what the data build leaves out, and why. */

export const LEFT_OUT_REASONS = [
  'skin tone',
  'withdrawn by its set',
  'no emoji of that name',
  'shows something else than its name says',
  'another drawing of a concept already joined',
  'a flag, for which the font shows letters',
  'the font has no one glyph for it',
  'a name with logo or brand in it, as trademarks have',
  'only one set draws it',
  'named as a held-out concept',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export class LeftOut {
  readonly #reasons = new Map<LeftOutReason, string[]>();

  /** Names by reason. */
  get reasons(): ReadonlyMap<LeftOutReason, readonly string[]> {
    return this.#reasons;
  }

  add(reason: LeftOutReason, name: string): void {
    const names = this.#reasons.get(reason);
    if (names) names.push(name);
    else this.#reasons.set(reason, [name]);
  }
}
