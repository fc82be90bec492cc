/** The page at the root: sends the reader on to the language that the address asks for, the last one read, or the browser's. */
import { LANGUAGES, preferredLanguage } from './i18n/language';
import { rememberedLanguage } from './i18n/remembered-language';

const query = new URLSearchParams(location.search);
const asked = LANGUAGES.find((language) => language === query.get('lang'));
// What is no language stays, for the page to tell.
if (asked) query.delete('lang');
const language = asked ?? rememberedLanguage() ?? preferredLanguage(navigator.languages);
location.replace(`./${language}/${query.size > 0 ? `?${query}` : ''}${location.hash}`);
