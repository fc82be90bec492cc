/** Keeps what an earlier run left where a new one is going to write. */
import { existsSync, renameSync } from 'node:fs';

/** Renames those of the files that are there, all with the same ending, which none has yet; returns that ending. */
export function setAside(paths: readonly string[]): string {
  const ending = (number: number): string => `.before${number === 1 ? '' : `-${number}`}`;
  let number = 1;
  while (paths.some((path) => existsSync(path + ending(number)))) number += 1;
  for (const path of paths) if (existsSync(path)) renameSync(path, path + ending(number));
  return ending(number);
}
