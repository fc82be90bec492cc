/** Whether the page is light or dark at the moment, for what is painted and so does not follow the style sheet by itself. */
import { useSyncExternalStore } from 'react';

export type ColourScheme = 'light' | 'dark';

const systemPrefersDark = () => matchMedia('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void): () => void {
  const system = systemPrefersDark();
  const choice = new MutationObserver(onChange);
  system.addEventListener('change', onChange);
  choice.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', onChange);
    choice.disconnect();
  };
}

function current(): ColourScheme {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return systemPrefersDark().matches ? 'dark' : 'light';
}

/** Nothing is painted then. */
const whileBuilt = (): ColourScheme => 'light';

export const useColourScheme = (): ColourScheme => useSyncExternalStore(subscribe, current, whileBuilt);
