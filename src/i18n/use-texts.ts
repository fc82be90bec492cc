/** Texts in the language being read, typed by their table. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './language';
import type { TextPair, Texts, TextValues } from './texts';

export type Translate<Table extends Readonly<Record<string, TextPair>>> = <Key extends keyof Table & string>(
  key: Key,
  ...values: keyof TextValues<Table[Key]> extends never ? [] : [TextValues<Table[Key]>]
) => string;

/** Texts without placeholders, by language, namespace and key: a move of a slider asks for hundreds of them. */
const known = new Map<string, string>();

/** The function that gives each text of `texts` in the current language, its placeholders filled. */
export function useTexts<Table extends Readonly<Record<string, TextPair>>>({ namespace }: Texts<Table>): Translate<Table> {
  const { t, i18n } = useTranslation(namespace);
  return useCallback<Translate<Table>>(
    (key, ...[values]) => {
      // The language of this moment, as `t` takes it: a callback may outlive a change of language.
      const place = `${i18n.language} ${namespace} ${key}`;
      const text = (values === undefined && known.get(place)) || t(key, { ...values });
      if (values === undefined) known.set(place, text);
      return text;
    },
    [t, i18n, namespace],
  );
}

/** The language being read. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? 'zh' : 'en';
}
