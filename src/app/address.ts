/**
 * The part of the page's state that can be shared, as the query of its address:
 * `lang` zh|en · `sample` hexcode or hexcode.artist · `k` 2…1024|inf · `grid` 16|8 · `backend` webgl|wasm|cpu ·
 * of the losses `batch` seed-size, or hexcode.artist_hexcode.artist_… · `temperature` · `bias` · `positives` diagonal|concept ·
 * of changes `change` shift|rotate|… · `strength` in its own unit ·
 * of painting `paint` packed tokens · `partner` as `sample` · `entry` of the brush · `tool` brush|flip|pick|copy ·
 * `decoder` open, of the embedding · `move` of it, between.0.5 or 17.-0.5 ·
 * of the swap `view` drawing|miss · `tell` group|balanced|concept · `draw` psnr|ssim|photos|judge ·
 * of finding `phrase` as typed · `like` hexcode · `lit` as `sample` · `maps` what the maps show, packed ·
 * of bits `measure` psnr|ssim · `set` heldOut|photos ·
 * of the insides `inside` open-boxes and, perhaps, what is chosen in them.
 * A reader's own image is never part of it.
 */
import { CHANGES } from '../dataset/changes';
import { BACKENDS } from '../engine/protocol';
import { LANGUAGES } from '../i18n/language';
import type { BatchChoice, SampleChoice } from '../labs/lab';
import { CODEBOOK_SIZES, GRID_SIZES } from '../model/types';

/** The value that a text stands for; undefined where it stands for none. By hand, since a schema library would weigh on the page's first script. */
type Parse<Value> = (text: string) => Value | undefined;

const oneOf =
  <Value extends string | number>(values: readonly Value[]): Parse<Value> =>
  (text) =>
    values.find((candidate) => String(candidate) === text);

const SAMPLE = /^(?<concept>[0-9A-F]{4,5}(?:-[0-9A-F]{4,5})*)(?:\.(?<artist>[a-z0-9-]+))?$/i;

const sample: Parse<SampleChoice> = (text) => {
  const { concept, artist } = SAMPLE.exec(text)?.groups ?? {};
  if (concept === undefined) return undefined;
  return { concept: concept.toUpperCase(), ...(artist === undefined ? {} : { artist: artist.toLowerCase() }) };
};

const DRAWN_BATCH = /^(?<seed>\d{1,6})-(?<size>8|12)$/;
/** Joins the drawings of a batch; neither hexcodes nor artists contain it. */
const PAIR_MARK = '_';

const batch: Parse<BatchChoice> = (text) => {
  const drawn = DRAWN_BATCH.exec(text)?.groups;
  if (drawn) return { seed: Number(drawn.seed), size: drawn.size === '12' ? 12 : 8 };
  const pairs = text.split(PAIR_MARK).map(sample);
  const complete = pairs.filter((pair): pair is Required<SampleChoice> => pair?.artist !== undefined);
  return complete.length === pairs.length && (pairs.length === 8 || pairs.length === 12) ? { pairs: complete } : undefined;
};

const number =
  (low: number, high: number): Parse<number> =>
  (text) => {
    const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    return value >= low && value <= high ? value : undefined;
  };

const wholeNumber =
  (low: number, high: number): Parse<number> =>
  (text) => {
    const value = number(low, high)(text);
    return Number.isInteger(value) ? value : undefined;
  };

const matching =
  (pattern: RegExp): Parse<string> =>
  (text) =>
    pattern.test(text) ? text : undefined;

const parameters = {
  lang: oneOf(LANGUAGES),
  sample,
  k: oneOf(CODEBOOK_SIZES),
  grid: oneOf(GRID_SIZES),
  backend: oneOf(BACKENDS),
  batch,
  temperature: number(0.01, 1),
  bias: number(-12, 2),
  positives: oneOf(['diagonal', 'concept'] as const),
  change: oneOf(CHANGES),
  strength: number(0, 1_000),
  paint: matching(/^[A-Za-z0-9_-]{1,430}(?:\.[A-Za-z0-9_-]{1,430})?$/),
  inside: matching(/^[a-z-]+(?:(?:\.\d{1,4}){11})?$/),
  entry: wholeNumber(0, 1_023),
  tool: oneOf(['brush', 'flip', 'pick', 'copy'] as const),
  decoder: oneOf(['open'] as const),
  move: matching(/^(?:between|\d{1,3})\.-?[01](?:\.\d{1,2})?$/),
  partner: sample,
  phrase: matching(/^.{1,120}$/s),
  like: (text: string) => matching(/^[0-9A-F]{4,5}(?:-[0-9A-F]{4,5})*$/)(text.toUpperCase()),
  lit: sample,
  maps: matching(/^[a-z0-9.~-]{1,160}$/),
  measure: oneOf(['psnr', 'ssim'] as const),
  set: oneOf(['heldOut', 'photos'] as const),
  view: oneOf(['drawing', 'miss'] as const),
  tell: oneOf(['group', 'balanced', 'concept'] as const),
  draw: oneOf(['psnr', 'ssim', 'photos', 'judge'] as const),
};

export type ParameterName = keyof typeof parameters;
export type Address = { readonly [Name in ParameterName]?: NonNullable<ReturnType<(typeof parameters)[Name]>> };
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
    const [value, ...others] = new Set(given.getAll(name));
    if (value === undefined) continue;
    if (others.length > 0) {
      // Which one is meant, nobody can tell.
      rejected.push({ name, value: [value, ...others].join(', ') });
      continue;
    }
    const parsed = parameters[name](value);
    if (parsed === undefined) rejected.push({ name, value });
    else accepted.push([name, parsed]);
  }
  return { address: Object.fromEntries(accepted) as Address, rejected };
}

/** How a sample is written in the address. */
const writeSample = ({ concept, artist }: SampleChoice): string => (artist ? `${concept}.${artist}` : concept);

const writeBatch = (choice: BatchChoice): string =>
  'seed' in choice ? `${choice.seed}-${choice.size}` : choice.pairs.map(writeSample).join(PAIR_MARK);

function written(value: NonNullable<AddressChanges[ParameterName]>): string {
  if (typeof value !== 'object') return String(value);
  return 'concept' in value ? writeSample(value) : writeBatch(value);
}

/** Values as the address writes them, to be refused although they could be read. */
export const asRejected = (values: AddressChanges): readonly RejectedParameter[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name: name as ParameterName, value: written(value) }],
  );

/** The query with `changes` written into it; `undefined` removes a parameter. Empty, or begins with `?`. */
export function writeAddress(query: string, changes: AddressChanges): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(name);
    else next.set(name, written(value));
  }
  const text = next.toString();
  return text ? `?${text}` : '';
}
