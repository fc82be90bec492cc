/**
 * The page's Content-Security-Policy: nothing may come from, or go to, another origin.
 * Stated once; the build writes it into `index.html` and the server sends it as a header.
 */

import { earlyScriptHash } from './early-script';

/**
 * SHA-256 of the two `<style>` texts that react-aria adds at run time (touch handling while pressing, and while
 * a dialogue keeps the page from scrolling). Named by hash, so that no other inline style gets through.
 */
const REACT_ARIA_STYLES = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/** Directive -> sources; `blob:` and `data:` images are pictures made on the page itself, such as a reader's own. */
const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'", earlyScriptHash],
  'style-src': ["'self'", ...REACT_ARIA_STYLES],
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
