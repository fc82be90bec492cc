/** The page's one i18next instance. Features add their texts with `defineTexts`, components read them with `useTexts`. */
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES } from './language';

export const i18n = createInstance();

i18n.use(initReactI18next).init({
  lng: 'en',
  supportedLngs: LANGUAGES,
  fallbackLng: false,
  resources: {},
  // Texts are in the bundle: nothing is loaded later, so the first render has them.
  initAsync: false,
  // Keys are plain names, and React escapes what it renders.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
  showSupportNotice: false,
});
