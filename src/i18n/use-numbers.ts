/** Numbers as the reader's language writes them, always with as many decimals as asked, so that columns line up. */
import { useMemo } from 'react';
import { LANGUAGE_TAGS } from './language';
import { useLanguage } from './use-texts';

export type FormatNumber = (value: number, decimals?: number) => string;

/** A minus sign of the width of a digit, as in print. */
const MINUS = '\u2212';

export function useNumbers(): FormatNumber {
  const language = useLanguage();
  return useMemo(() => {
    const formats = new Map<number, Intl.NumberFormat>();
    return (value, decimals = 0) => {
      let format = formats.get(decimals);
      if (!format) {
        format = new Intl.NumberFormat(LANGUAGE_TAGS[language], {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        });
        formats.set(decimals, format);
      }
      return format.format(value).replace('-', MINUS);
    };
  }, [language]);
}
