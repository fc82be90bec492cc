/** What an SVG refers to: parts of itself, data within it, scripts, or something outside. */
import { Refusal } from '../failures';
import { scanCss } from './css';

export type ReferenceKind = 'internal' | 'data' | 'script' | 'external';

export function kindOf(reference: string): ReferenceKind {
  const target = reference.trim();
  if (target === '' || target.startsWith('#')) return 'internal';
  if (/^data:/i.test(target)) return 'data';
  return /^javascript:/i.test(target) ? 'script' : 'external';
}

/** Functions whose quoted arguments are addresses. */
const ADDRESS_FUNCTIONS = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade']);

/** Every address in a style sheet or a property: by `url(…)`, `@import`, `image-set(…)`, however spelled; namespaces are none. */
export function styleReferences(style: string): readonly string[] {
  const found: string[] = [];
  const functions: string[] = [];
  let rule = '';
  for (const { kind, value } of scanCss(style)) {
    if (kind === 'at') rule = value;
    else if (kind === 'function') functions.push(value);
    else if (kind === 'url' && rule !== 'namespace') found.push(value);
    else if (kind === 'string' && rule !== 'namespace') {
      if (ADDRESS_FUNCTIONS.has(functions.at(-1) ?? '') || (rule === 'import' && functions.length === 0)) found.push(value);
    } else if (kind === 'delimiter') {
      if (value === '(') functions.push('');
      else if (value === ')') functions.pop();
      else if (value === ';' || value === '{' || value === '}') {
        rule = '';
        functions.length = 0;
      }
    }
  }
  return found;
}

/** Every address in a list of candidates as `srcset` holds them: `a.png 1x, b.png 2x`. */
export function candidateReferences(candidates: string): readonly string[] {
  const found: string[] = [];
  let inDescriptor = false;
  // An address may hold commas, and ends at a blank or at a comma before one; what follows it ends at the next comma.
  for (const [word] of candidates.matchAll(/\S+/g)) {
    const comma = inDescriptor ? word.indexOf(',') : -1;
    if (inDescriptor && comma < 0) continue;
    const address = withoutCommas(word.slice(comma + 1));
    if (address !== '') found.push(address);
    inDescriptor = address !== '' && !word.endsWith(',');
  }
  return found;
}

function withoutCommas(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && word[start] === ',') start++;
  while (end > start && word[end - 1] === ',') end--;
  return word.slice(start, end);
}

/** Throws a {@link Refusal} naming the first reference that leads outside the file. */
export function refuseExternal(references: readonly string[]): void {
  const external = references.find((reference) => kindOf(reference) === 'external')?.trim();
  if (external === undefined) return;
  const shown = external.length > 80 ? `${external.slice(0, 79)}…` : external;
  throw new Refusal({ code: 'svg-external-reference', reference: shown });
}
