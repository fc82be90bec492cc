/**
 * Turns `style` attributes into classes. KaTeX places its glyphs by inline styles, and charts their marks; the page's policy
 * refuses these, so each distinct style becomes a rule of a style sheet.
 */
import { createHash } from 'node:crypto';

export interface StyledHtml {
  readonly html: string;
  /** The rules of all styles found. */
  readonly css: string;
}

const TAG = /<[a-zA-Z][^<>]*\sstyle="[^"]*"[^<>]*>/g;
const STYLE = /\sstyle="([^"]*)"/;
const CLASS = /\sclass="([^"]*)"/;

const className = (style: string) => `s-${createHash('sha256').update(style).digest('hex').slice(0, 8)}`;
const plain = (attribute: string) => attribute.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

export function stylesToClasses(html: string): StyledHtml {
  const rules = new Map<string, string>();
  const replaced = html.replaceAll(TAG, (tag) => {
    const style = plain(STYLE.exec(tag)?.[1] ?? '');
    const name = className(style);
    // Twice, so that it outweighs the classes of the element as its inline style did.
    rules.set(name, `.${name}.${name}{${style}}`);
    const rest = tag.replace(STYLE, '');
    return CLASS.test(rest) ? rest.replace(CLASS, ` class="$1 ${name}"`) : rest.replace(/^<([\w-]+)/, `<$1 class="${name}"`);
  });
  return { html: replaced, css: [...rules.values()].sort().join('\n') };
}
