/** What an SVG refers to: parts of itself, data within it, scripts, or something outside. */

export type ReferenceKind = 'internal' | 'data' | 'script' | 'external';

export function kindOf(reference: string): ReferenceKind {
  const target = reference.trim();
  if (target === '' || target.startsWith('#')) return 'internal';
  if (/^data:/i.test(target)) return 'data';
  return /^javascript:/i.test(target) ? 'script' : 'external';
}

/** Everything named by `url(…)` or `@import` in a style sheet or a property, comments and namespaces left out. */
export function styleReferences(style: string): readonly string[] {
  const css = withoutComments(style);
  const found: string[] = [];
  for (let at = css.indexOf('url('); at >= 0; at = css.indexOf('url(', at + 4)) {
    if (/@namespace[^;{}]*$/.test(css.slice(Math.max(0, at - 64), at))) continue;
    const end = css.indexOf(')', at);
    found.push(unquoted(css.slice(at + 4, end < 0 ? css.length : end)));
    if (end < 0) break;
  }
  for (let at = css.indexOf('@import'); at >= 0; at = css.indexOf('@import', at + 7)) {
    const quoted = /^\s{0,16}(?:"([^"]*)"|'([^']*)')/.exec(css.slice(at + 7, at + 2048));
    if (quoted) found.push(quoted[1] ?? quoted[2] ?? '');
  }
  return found;
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  const quote = trimmed.charAt(0);
  return quote === '"' || quote === "'" ? trimmed.slice(1, trimmed.endsWith(quote) ? -1 : undefined) : trimmed;
}

function withoutComments(css: string): string {
  const [first = '', ...rest] = css.split('/*');
  return first + rest.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : '')).join('');
}

/** The bytes of a `data:` reference and its media type. */
export function dataOf(reference: string): { readonly mediaType: string; readonly bytes: Uint8Array } {
  const comma = reference.indexOf(',');
  const head = reference.slice(0, comma).trim().toLowerCase();
  const body = reference.slice(comma + 1);
  const mediaType = head.slice('data:'.length).split(';')[0]?.trim() ?? '';
  return { mediaType, bytes: head.endsWith(';base64') ? fromBase64(body) : new TextEncoder().encode(percentDecoded(body)) };
}

function fromBase64(body: string): Uint8Array {
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    // Not base64: nothing that could be drawn.
    return new Uint8Array();
  }
}

function percentDecoded(body: string): string {
  try {
    return decodeURIComponent(body);
  } catch {
    // A stray percent sign: decoders take such text as it is.
    return body;
  }
}
