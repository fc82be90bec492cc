/**
 * The part of the page's state that can be shared, as the query of its address:
 * `lang` zh|en · `sample` hexcode or hexcode.artist · `k` 2…1024|inf · `grid` 16|8 · `backend` webgl|wasm|cpu.
 * A reader's own image is never part of it.
 */
import { z } from 'zod';
import { BACKENDS } from '../engine/protocol';
import { LANGUAGES } from '../i18n/language';
import type { SampleChoice } from '../labs/lab';
import { CODEBOOK_SIZES, GRID_SIZES } from '../model/types';

const oneOf = <Value extends string | number>(values: readonly Value[]) =>
  z.string().transform((text, context) => {
    const value = values.find((candidate) => String(candidate) === text);
    if (value === undefined) context.addIssue({ code: 'custom', message: `not one of ${values.join(', ')}` });
    return value ?? z.NEVER;
  });

const SAMPLE = /^(?<concept>[0-9A-F]{4,5}(?:-[0-9A-F]{4,5})*)(?:\.(?<artist>[a-z0-9-]+))?$/i;

const sample = z.string().transform((text, context): SampleChoice => {
  const { concept, artist } = SAMPLE.exec(text)?.groups ?? {};
  if (concept === undefined) {
    context.addIssue({ code: 'custom', message: 'not a hexcode with or without an artist' });
    return z.NEVER;
  }
  return { concept: concept.toUpperCase(), ...(artist === undefined ? {} : { artist: artist.toLowerCase() }) };
});

const parameters = {
  lang: oneOf(LANGUAGES),
  sample,
  k: oneOf(CODEBOOK_SIZES),
  grid: oneOf(GRID_SIZES),
  backend: oneOf(BACKENDS),
};

export type ParameterName = keyof typeof parameters;
export type Address = { readonly [Name in ParameterName]?: z.output<(typeof parameters)[Name]> };
export type AddressChanges = { readonly [Name in ParameterName]?: Address[Name] | undefined };

/** A parameter whose value was refused; its default holds. */
export interface RejectedParameter {
  readonly name: ParameterName;
  readonly value: string;
}

/** Reads the query of an address. Parameters of other names are nobody's business and stay as they are. */
export function readAddress(query: string): { readonly address: Address; readonly rejected: readonly RejectedParameter[] } {
  const given = new URLSearchParams(query);
  const accepted: [string, unknown][] = [];
  const rejected: RejectedParameter[] = [];
  for (const name of Object.keys(parameters) as ParameterName[]) {
    const value = given.get(name);
    if (value === null) continue;
    const parsed = parameters[name].safeParse(value);
    if (parsed.success) accepted.push([name, parsed.data]);
    else rejected.push({ name, value });
  }
  return { address: Object.fromEntries(accepted) as Address, rejected };
}

/** How a sample is written in the address. */
export const writeSample = ({ concept, artist }: SampleChoice): string => (artist ? `${concept}.${artist}` : concept);

/** The query with `changes` written into it; `undefined` removes a parameter. Empty, or begins with `?`. */
export function writeAddress(query: string, changes: AddressChanges): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(name);
    else next.set(name, typeof value === 'object' ? writeSample(value) : String(value));
  }
  const text = next.toString();
  return text ? `?${text}` : '';
}
