/**
 * Vite plugin: what react-aria would do once the page has come to life, done when the page is built.
 *
 * - Its ids are the same whether the page was built with them or not. To tell these cases apart it draws every component that has
 *   an id once more, all at a stroke, right after the built page has come to life. It does so to keep ids of several copies of
 *   itself apart; here there is one.
 * - The style of what can be pressed stands in the page. It would put it before all others, whereupon the browser forgets which
 *   fonts these brought and lays out the whole page again.
 */
import type { Plugin } from 'vite';
import { PRESSABLE_STYLE } from './react-aria-styles';

const UNKNOWN_IDS = 'react-aria makes its ids in another way than this plugin knows';
const UNKNOWN_STYLE = 'react-aria adds another style to what can be pressed than this plugin knows';

/** As `useModernSSRSafeId` asks whether the component was in the built page. */
const ASKS_WHETHER_BUILT = /let \[didSSR\] = [^;]+;/;

export function reactAriaPlugin(): Plugin {
  const found = { ids: false, style: false };
  return {
    name: 'react-aria-once-built',
    apply: 'build',
    transform: {
      filter: { id: /\/react-aria\/dist\/private\/(ssr\/SSRProvider|interactions\/usePress)\.mjs$/ },
      handler(code, id) {
        if (id.endsWith('usePress.mjs')) {
          // It leaves the style alone where an element of this id is.
          found.style = code.includes(`'${PRESSABLE_STYLE.id}'`);
          return null;
        }
        found.ids = ASKS_WHETHER_BUILT.test(code);
        return { code: code.replace(ASKS_WHETHER_BUILT, 'const didSSR = true;'), map: null };
      },
    },
    transformIndexHtml: {
      // After Vite has taken the page's own styles out of it.
      order: 'post',
      handler: () => [{ tag: 'style', attrs: { id: PRESSABLE_STYLE.id }, children: PRESSABLE_STYLE.text, injectTo: 'head' }],
    },
    buildEnd(error) {
      if (error) return;
      if (!found.ids) throw new Error(UNKNOWN_IDS);
      if (!found.style) throw new Error(UNKNOWN_STYLE);
    },
  };
}
