/** Whether two records of what was read may be of the same: hashes by name, of which older records lack some. */

type Hashes = Readonly<Record<string, string | undefined>>;

/** True where they agree on all that both tell. */
export const sameHashes = (one: Hashes, other: Hashes): boolean =>
  Object.entries(one).every(([name, hash]) => hash === undefined || other[name] === undefined || hash === other[name]);
