/** The words that reading adds to the article. */
import { defineTexts } from '../i18n/texts';

export const readerTexts = defineTexts('reader', {
  toEntry: { zh: '到条目', en: 'Go to the entry' },
  close: { zh: '关闭', en: 'Close' },
});
