/** Texts in the language being read, typed by their table. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './language';
import type { TextPair, Texts, TextValues } from './texts';

export type Translate<Table extends Readonly<Record<string, TextPair>>> = <Key extends keyof Table & string>(
  key: Key,
  ...values: keyof TextValues<Table[Key]> extends never ? [] : [TextValues<Table[Key]>]
) => string;

/** The function that gives each text of `texts` in the current language, its placeholders filled. */
export function useTexts<Table extends Readonly<Record<string, TextPair>>>({ namespace }: Texts<Table>): Translate<Table> {
  const { t } = useTranslation(namespace);
  return useCallback<Translate<Table>>((key, ...[values]) => t(key, { ...values }), [t]);
}

/** The language being read. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? 'zh' : 'en';
}
