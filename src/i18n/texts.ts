/** Texts as pairs: a missing half, or a placeholder that only one half has, is a type error. */
import { i18n } from './i18n';
import { LANGUAGES } from './language';

/** One text in both languages; `{{name}}` marks where a value goes. */
export interface TextPair {
  readonly zh: string;
  readonly en: string;
}

type Placeholder<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholder<Rest> : never;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type Agreeing<Table extends Readonly<Record<string, TextPair>>> = {
  readonly [Key in keyof Table]: Same<Placeholder<Table[Key]['zh']>, Placeholder<Table[Key]['en']>> extends true
    ? Table[Key]
    : { readonly zh: 'the placeholders of zh and en differ'; readonly en: 'the placeholders of zh and en differ' };
};

export type TextValues<Pair extends TextPair> = { readonly [Name in Placeholder<Pair['en']>]: string | number };

/** A namespace of texts, known to i18next. */
export interface Texts<Table extends Readonly<Record<string, TextPair>>> {
  readonly namespace: string;
  readonly table: Table;
}

/** Makes `table` known to i18next under `namespace`, one namespace a feature. */
export function defineTexts<const Table extends Readonly<Record<string, TextPair>>>(
  namespace: string,
  table: Table & Agreeing<Table>,
): Texts<Table> {
  for (const language of LANGUAGES) {
    const half = Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[language]]));
    i18n.addResourceBundle(language, namespace, half);
  }
  return { namespace, table };
}
