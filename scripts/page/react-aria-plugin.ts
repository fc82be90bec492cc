/**
 * Vite plugin: react-aria's ids are the same whether the page was built with them or not. To tell these cases apart it draws every
 * component that has an id once more, all at a stroke, right after the built page has come to life. It does so to keep ids of several
 * copies of itself apart; here there is one.
 */
import type { Plugin } from 'vite';

const UNKNOWN = 'react-aria makes its ids in another way than this plugin knows';

/** As `useModernSSRSafeId` asks whether the component was in the built page. */
const ASKS_WHETHER_BUILT = /let \[didSSR\] = [^;]+;/;

export function reactAriaPlugin(): Plugin {
  let isFound = false;
  return {
    name: 'react-aria-steady-ids',
    apply: 'build',
    transform: {
      filter: { id: /\/react-aria\/dist\/private\/ssr\/SSRProvider\.mjs$/ },
      handler(code) {
        if (!ASKS_WHETHER_BUILT.test(code)) throw new Error(UNKNOWN);
        isFound = true;
        return { code: code.replace(ASKS_WHETHER_BUILT, 'const didSSR = true;'), map: null };
      },
    },
    buildEnd(error) {
      if (!error && !isFound) throw new Error(UNKNOWN);
    },
  };
}
