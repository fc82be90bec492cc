/** The language that the reader chose on this device, where storage is allowed. */
import { LANGUAGES, type Language } from './language';

const STORAGE_KEY = 'language';

/** Storage may be switched off, and then even reading it throws. */
export function rememberedLanguage(): Language | undefined {
  try {
    return LANGUAGES.find((language) => language === localStorage.getItem(STORAGE_KEY));
  } catch {
    return undefined;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // The next visit is then met in the browser's language.
  }
}
