/**
 * The page's Content-Security-Policy: nothing may come from, or go to, another origin.
 * Stated once; the build writes it into `index.html` and the server sends it as a header.
 */

import { earlyScriptHash } from './early-script';
import { reactAriaStyleHashes } from './react-aria-styles';

/** Directive -> sources; `blob:` and `data:` images are pictures made on the page itself, such as a reader's own. */
const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'", earlyScriptHash],
  'style-src': ["'self'", ...reactAriaStyleHashes],
  'img-src': ["'self'", 'blob:', 'data:'],
  'media-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** The policy as one line. `asHeader` adds what browsers ignore in a `<meta>`. */
export function contentSecurityPolicy({ asHeader }: { readonly asHeader: boolean }): string {
  const directives = Object.entries(POLICY).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  return [...directives, ...(asHeader ? ["frame-ancestors 'self'"] : [])].join('; ');
}
