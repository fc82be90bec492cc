/** What to look for, as a phrase: typed, or one of a few to begin with. */
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Button } from '../../ui/Button';
import { LONGEST_PHRASE } from './query';
import { findTexts } from './texts';

interface SearchFormProps {
  /** The phrase looked for; empty where it is none. */
  readonly phrase: string;
  readonly onSearch: (phrase: string) => void;
}

/** In both languages at once, since the field takes both. */
const EXAMPLES = [
  { text: 'red fruit', lang: 'en' },
  { text: 'a smiling cat', lang: 'en' },
  { text: '红色的车', lang: 'zh-Hans' },
  { text: '下雨', lang: 'zh-Hans' },
] as const;

export function SearchForm({ phrase, onSearch }: SearchFormProps) {
  const t = useTexts(findTexts);
  const id = useId();
  const [typed, setTyped] = useState(phrase);
  useEffect(() => setTyped(phrase), [phrase]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) onSearch(typed.trim());
  };
  return (
    <search>
      <form className="find-form" onSubmit={submit}>
        <label htmlFor={id}>{t('phrase')}</label>
        <div className="text-field">
          <input
            id={id}
            type="search"
            value={typed}
            maxLength={LONGEST_PHRASE}
            autoComplete="off"
            enterKeyHint="search"
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className="button button-strong">
            {t('find')}
          </button>
        </div>
        <p className="find-examples">
          <span>{t('examples')}</span>
          {EXAMPLES.map(({ text, lang }) => (
            <span key={text} lang={lang}>
              <Button look="quiet" onPress={() => onSearch(text)}>
                {text}
              </Button>
            </span>
          ))}
        </p>
      </form>
    </search>
  );
}
