/** What the text of a command's option may be; other text is refused, with the option's name, before anything is done. */
import { InvalidArgumentError } from 'commander';
import * as z from 'zod/mini';

/** Throws for anything but a whole number from 1 on. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It is a whole number from 1 on.');
  return value;
}

/** Throws for anything but a finite number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('It is a number above 0.');
  return value;
}

/** The parser of an option that takes one of these values. */
export const oneOf =
  <T extends string | number>(values: readonly T[]) =>
  (text: string): T => {
    const value = values.find((candidate) => String(candidate) === text);
    if (value === undefined) throw new InvalidArgumentError(`It is one of ${values.join(', ')}.`);
    return value;
  };

/** Throws for anything but a day of the calendar, as results carry it. */
export function isoDate(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('It is a day such as 2026-01-31.');
  return text;
}

/** The day of the run, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
