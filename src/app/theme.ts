/** Light, dark, or as the system says; remembered on this device where storage is allowed. */
import { create } from 'zustand';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'theme';

/** Storage may be switched off, and then even reading it throws. */
function remembered(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(STORAGE_KEY)) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // The choice then holds until the page is closed.
  }
}

function apply(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

interface ThemeState {
  readonly theme: Theme;
  choose(theme: Theme): void;
}

export const useTheme = create<ThemeState>((set) => ({
  // As the page was built; what is remembered comes with `recallTheme`.
  theme: 'auto',
  choose(next) {
    remember(next);
    apply(next);
    set({ theme: next });
  },
}));

/** Takes up the theme chosen on an earlier visit, and from then on the light one for paper: what is painted does not follow a style sheet. */
export function recallTheme(): void {
  const theme = remembered();
  apply(theme);
  useTheme.setState({ theme });
  addEventListener('beforeprint', () => apply('light'));
  addEventListener('afterprint', () => apply(useTheme.getState().theme));
}
