/**
 * The tokens of a style sheet or a property, as CSS Syntax tells them apart: names in lower-case letters where CSS takes them in any,
 * escapes resolved. `URL(…)` and `u\72l(…)` are what `url(…)` is.
 */

export interface CssToken {
  /** `function` is a name with its opening bracket, `url` an address without quotes, brackets included; `delimiter` is all the rest. */
  readonly kind: 'space' | 'name' | 'function' | 'at' | 'hash' | 'string' | 'url' | 'delimiter';
  /** Lower-case for functions and at-rules; else as written. */
  readonly value: string;
}

/**
 * Sticky expressions: each is tried at one place only, so that no text takes longer than its length. Plain characters are taken in
 * runs, since an expression that chooses at each character runs out of memory over megabytes.
 */
const NAME = /[-\w\u0080-\uffff]*(?:\\(?:[0-9a-f]{1,6}(?:\r\n|[ \t\r\n\f])?|[^\r\n\f0-9a-f])[-\w\u0080-\uffff]*)*/iy;
const SPACE = /[ \t\r\n\f]+/y;
const NUMBER = /\d[\d.]*(?:e[-+]?\d+)?[a-z%]*/iy;
const STRING = /"([^"\\\r\n\f]*(?:\\[\s\S][^"\\\r\n\f]*)*)"?|'([^'\\\r\n\f]*(?:\\[\s\S][^'\\\r\n\f]*)*)'?/y;
const URL_START = /[ \t\r\n\f]*(?!["' \t\r\n\f])/y;
const URL_BODY = /([^)\\]*(?:\\[\s\S][^)\\]*)*)\)?/y;

/** The tokens of a text in order, comments left out. */
export function* scanCss(css: string): Generator<CssToken> {
  let at = 0;
  const match = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const found = expression.exec(css);
    if (found) at = expression.lastIndex;
    return found;
  };
  while (at < css.length) {
    if (css.startsWith('/*', at)) {
      const end = css.indexOf('*/', at + 2);
      at = end < 0 ? css.length : end + 2;
      continue;
    }
    if (match(SPACE)) {
      yield { kind: 'space', value: ' ' };
      continue;
    }
    const first = css[at];
    if (first === '"' || first === "'") {
      const string = match(STRING);
      yield { kind: 'string', value: unescaped(string?.[1] ?? string?.[2] ?? '') };
      continue;
    }
    const number = match(NUMBER);
    if (number) {
      yield { kind: 'delimiter', value: number[0] };
      continue;
    }
    const prefix = first === '@' || first === '#' ? first : '';
    at += prefix.length;
    const name = match(NAME)?.[0] ?? '';
    if (name === '') {
      if (prefix === '') at++;
      yield { kind: 'delimiter', value: first ?? '' };
      continue;
    }
    const value = unescaped(name);
    if (prefix === '@') yield { kind: 'at', value: value.toLowerCase() };
    else if (prefix === '#') yield { kind: 'hash', value };
    else if (css[at] !== '(') yield { kind: 'name', value };
    else {
      at++;
      // Without quotes, everything up to the bracket is the address.
      if (value.toLowerCase() === 'url' && match(URL_START))
        yield { kind: 'url', value: unescaped(match(URL_BODY)?.[1] ?? '').trim() };
      else yield { kind: 'function', value: value.toLowerCase() };
    }
  }
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?|(\r\n|[\s\S]))/gi, (_, code?: string, character?: string) => {
    if (code === undefined) return /^[\r\n\f]/.test(character ?? '') ? '' : (character ?? '');
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
}
