/**
 * A small scanner for XML, in one pass over the text: enough to tell what an SVG holds before anything draws it.
 * It is lenient; whoever draws the file decides whether it is well-formed.
 */

export interface XmlAttribute {
  /** Name without its namespace prefix. */
  readonly local: string;
  readonly name: string;
  /** Value with entities resolved. */
  readonly value: string;
}

export type XmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      /** Name without its namespace prefix. */
      readonly local: string;
      readonly attributes: readonly XmlAttribute[];
      readonly selfClosing: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'close'; readonly end: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'instruction'; readonly text: string };

export type OpenTag = Extract<XmlToken, { readonly kind: 'open' }>;

export type Entities = ReadonlyMap<string, string>;

/** Raised where a tag, comment or value has no end. */
export class UnfinishedXml extends Error {}

/** The tokens of a document in order; comments and the document type are left out. */
export function* scanXml(text: string, entities: Entities): Generator<XmlToken> {
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<', at);
    if (open < 0) return;
    if (open > at) yield { kind: 'text', text: resolveEntities(text.slice(at, open), entities) };
    if (text.startsWith('<!--', open)) at = after(text, '-->', open + 4);
    else if (text.startsWith('<![CDATA[', open)) {
      at = after(text, ']]>', open);
      yield { kind: 'text', text: text.slice(open + 9, at - 3) };
    } else if (text.startsWith('<?', open)) {
      at = after(text, '?>', open);
      yield { kind: 'instruction', text: text.slice(open + 2, at - 2) };
    } else if (text.startsWith('<!', open)) at = endOfDoctype(text, open);
    else if (text.startsWith('</', open)) {
      at = after(text, '>', open);
      yield { kind: 'close', end: at };
    } else {
      const end = endOfTag(text, open);
      yield openToken(text, open, end, entities);
      at = end;
    }
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new UnfinishedXml(`no ${mark}`);
  return at + mark.length;
}

/** Position behind the `>` that ends a tag; quoted values may hold further ones. */
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character === '"' || character === "'") at = after(text, character, at + 1) - 1;
  }
  throw new UnfinishedXml('a tag without end');
}

/** Position behind a document type, its own declarations included. */
export function endOfDoctype(text: string, from: number): number {
  let declarations = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '[') declarations = true;
    else if (character === ']') declarations = false;
    else if (character === '>' && !declarations) return at + 1;
    else if (character === '"' || character === "'") at = after(text, character, at + 1) - 1;
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4) - 1;
  }
  throw new UnfinishedXml('a document type without end');
}

function openToken(text: string, start: number, end: number, entities: Entities): XmlToken {
  const tag = text.slice(start + 1, end - 1);
  const name = /^[^\s/>]*/.exec(tag)?.[0] ?? '';
  const attributes = attributesIn(tag, name.length, entities);
  return { kind: 'open', name, local: localName(name), attributes, selfClosing: tag.endsWith('/'), start, end };
}

/** Sticky expressions: each is tried at one place only, so that no tag takes longer than its length. */
function attributesIn(tag: string, from: number, entities: Entities): readonly XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  const gapAt = /[\s/]*/y;
  const nameAt = /[^\s=/"'<>]+/y;
  const valueAt = /\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  for (let at = from; at < tag.length; ) {
    gapAt.lastIndex = at;
    gapAt.exec(tag);
    nameAt.lastIndex = gapAt.lastIndex;
    const name = nameAt.exec(tag)?.[0];
    if (name === undefined) {
      at = gapAt.lastIndex + 1;
      continue;
    }
    valueAt.lastIndex = nameAt.lastIndex;
    const value = valueAt.exec(tag);
    if (value) attributes.push({ name, local: localName(name), value: resolveEntities(value[1] ?? value[2] ?? '', entities) });
    at = value ? valueAt.lastIndex : nameAt.lastIndex;
  }
  return attributes;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The text with its characters by number, and the entities that are known, in their place. */
export function resolveEntities(text: string, entities: Entities): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#?\w{1,64});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return PREDEFINED[name] ?? entities.get(name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escaped = (value: string) => value.replace(/[&<"]/g, (character) => ESCAPES[character] ?? character);

/** A tag as text, with these attributes in place of its own. */
export function writtenTag({ name, selfClosing }: OpenTag, attributes: readonly Pick<XmlAttribute, 'name' | 'value'>[]): string {
  const written = attributes.map((attribute) => `${attribute.name}="${escaped(attribute.value)}"`);
  return `<${[name, ...written].join(' ')}${selfClosing ? '/' : ''}>`;
}
