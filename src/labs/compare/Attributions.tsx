/** Whose art is shown, under which licence, and what was done to it. */
import type { Attribution } from '../../dataset/shipped-schema';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { compareTexts } from './texts';

export function Attributions({ attributions }: { readonly attributions: readonly Attribution[] }) {
  const t = useTexts(compareTexts);
  const language = useLanguage();
  return (
    <details className="attributions">
      <summary>{t('attributions')}</summary>
      <ul>
        {attributions.map(({ id, title, author, licence, licenceUrl, source, changes }) => (
          <li key={id}>
            <a href={source}>{title}</a>, {author}, <a href={licenceUrl}>{licence}</a>. {changes[language]}
          </li>
        ))}
      </ul>
    </details>
  );
}
