/** Steps that can be taken back and taken again. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
}

/** Steps kept: more than anybody takes back one by one. */
const LIMIT = 200;

export const begin = <Value>(present: Value): History<Value> => ({ past: [], present, future: [] });

/** A new step; what had been taken back is gone. */
export const step = <Value>({ past, present }: History<Value>, next: Value): History<Value> => ({
  past: [...past, present].slice(-LIMIT),
  present: next,
  future: [],
});

/** Goes on with the step under way, as a stroke of the brush does. */
export const amend = <Value>(history: History<Value>, present: Value): History<Value> => ({ ...history, present });

export function undo<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redo<Value>(history: History<Value>): History<Value> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future };
}
