/** Entities that an SVG declares for itself. Old drawing programs name their namespaces so; bombs are made of them too. */
import { Refusal } from '../failures';
import { type Entities, endOfDoctype, resolveEntities } from './xml';

const LONGEST_DOCTYPE = 65_536;
const MOST_EXPANDED_CHARACTERS = 10 * 1024 * 1024;

const DECLARATION =
  /<!ENTITY\s+(%\s+)?([^\s"'>]+)\s+(?:(SYSTEM|PUBLIC)\s+)?(?:"([^"]*)"|'([^']*)')(?:\s+(?:"([^"]*)"|'([^']*)'))?/g;

/**
 * The entities declared in a document, by name.
 * Throws a {@link Refusal} for external ones, and for those that hold markup or each other, whose size could explode.
 */
export function readEntities(text: string): Entities {
  const entities = new Map<string, string>();
  const start = text.indexOf('<!DOCTYPE');
  if (start < 0) return entities;
  const end = endOfDoctype(text, start);
  if (end - start > LONGEST_DOCTYPE) throw new Refusal({ code: 'svg-too-complex' }, 'a very long document type');
  for (const match of text.slice(start, end).matchAll(DECLARATION)) {
    const [, parameter, name = '', external] = match;
    const value = match[4] ?? match[5] ?? '';
    if (external) throw new Refusal({ code: 'svg-external-reference', reference: match[6] ?? match[7] ?? value });
    // Characters by number are resolved where they are declared: what they make up counts as markup, too.
    const declared = `${value} ${resolveEntities(value, entities)}`;
    if (parameter || /<|&(?!#)/.test(declared)) throw new Refusal({ code: 'svg-too-complex' }, `entity ${name} holds markup`);
    entities.set(name, value);
  }
  refuseExplosion(text, entities);
  return entities;
}

function refuseExplosion(text: string, entities: Entities): void {
  if (entities.size === 0) return;
  let expanded = 0;
  for (const [, name = ''] of text.matchAll(/&(\w{1,64});/g)) {
    expanded += entities.get(name)?.length ?? 0;
    if (expanded > MOST_EXPANDED_CHARACTERS) throw new Refusal({ code: 'svg-too-complex' }, 'entities expand too far');
  }
}
