/** Whether a lab shows what a sentence speaks of. */

/** What a lab is asked to show, by the names of the page's address. */
export type LabState = object;

/** What must hold, by the same names: `512`, `>=512`, `<=16`, `inf`, or a word; `*` where it need only be set. */
export type LabConditions = Readonly<Record<string, string>>;

const BOUND = /^(?<sign>>=|<=)(?<bound>-?\d+(?:\.\d+)?)$/;

/** No codebook is more than any codebook. */
const amountOf = (value: unknown) => (value === 'inf' ? Number.POSITIVE_INFINITY : Number(value));

function isMet(condition: string, value: unknown): boolean {
  if (value === undefined || typeof value === 'object') return false;
  if (condition === '*') return true;
  const { sign, bound } = BOUND.exec(condition)?.groups ?? {};
  if (bound === undefined) return String(value) === condition;
  return sign === '>=' ? amountOf(value) >= Number(bound) : amountOf(value) <= Number(bound);
}

/** All of them; where there are none, nothing holds. */
export function holds(conditions: LabConditions, state: LabState): boolean {
  const shown = new Map<string, unknown>(Object.entries(state));
  const asked = Object.entries(conditions);
  return asked.length > 0 && asked.every(([name, condition]) => isMet(condition, shown.get(name)));
}

/** The attributes `data-<prefix>-<name>` of an element, by name. */
export function conditionsOf({ dataset }: HTMLElement, prefix: string): LabConditions {
  const named = Object.entries(dataset).filter(([key]) => key.startsWith(prefix) && /^[A-Z]/.test(key.slice(prefix.length)));
  return Object.fromEntries(named.map(([key, value = '']) => [key.slice(prefix.length).toLowerCase(), value]));
}
