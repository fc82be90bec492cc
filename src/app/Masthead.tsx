/** The page's title, its one sentence, and the choices that concern the whole page. */
import { LANGUAGE_TAGS, type Language } from '../i18n/language';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { Choice } from '../ui/Choice';
import { EngineStatus } from './EngineStatus';
import { TourButton } from './TourButton';
import { appTexts } from './texts';
import { THEMES, useTheme } from './theme';

interface MastheadProps {
  readonly onLanguage: (language: Language) => void;
  readonly onTour: () => void;
  readonly isTouring: boolean;
}

export function Masthead({ onLanguage, onTour, isTouring }: MastheadProps) {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const { theme, choose } = useTheme();
  return (
    <header className="masthead">
      <h1>
        <span lang={LANGUAGE_TAGS.en}>One Image, Two Codes</span> <span aria-hidden="true">·</span>{' '}
        <span lang={LANGUAGE_TAGS.zh}>一图二码</span>
      </h1>
      <p className="masthead-lede">{t('lede')}</p>
      <div className="masthead-choices">
        <TourButton onPress={onTour} isTouring={isTouring} />
        <Choice
          label={t('language')}
          options={[
            { value: 'zh', content: '中文', lang: LANGUAGE_TAGS.zh },
            { value: 'en', content: 'English', lang: LANGUAGE_TAGS.en },
          ]}
          value={language}
          onChange={onLanguage}
        />
        <Choice
          label={t('theme')}
          options={THEMES.map((value) => ({ value, content: t(value) }))}
          value={theme}
          onChange={choose}
        />
      </div>
      <EngineStatus />
    </header>
  );
}
