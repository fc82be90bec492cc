/** The page's two languages, and which one a reader is met in. */

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What `lang` attributes say; the Chinese texts are in simplified characters. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' };

/**
 * The first of the browser's languages that the page speaks; English where it speaks none.
 * @param preferences language tags, best first, as in `navigator.languages`
 */
export function preferredLanguage(preferences: readonly string[]): Language {
  for (const tag of preferences) {
    const base = tag.toLowerCase().split('-')[0];
    const language = LANGUAGES.find((candidate) => candidate === base);
    if (language) return language;
  }
  return 'en';
}
