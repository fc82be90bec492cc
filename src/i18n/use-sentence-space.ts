/** What stands between two sentences: Chinese ones follow each other without a space, since their full stop brings its own. */
import { useLanguage } from './use-texts';

export const useSentenceSpace = (): '' | ' ' => (useLanguage() === 'zh' ? '' : ' ');
