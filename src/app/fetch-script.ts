/** Scripts that are fetched when they are wanted: one that does not come is a failure to be told, and can be tried again. */
import { type ComponentType, lazy } from 'react';
import { EngineError } from '../engine/errors';

/** Fetches a script by its `import()`; rejects with the failure `script-missing` where it does not come. */
export async function fetchScript<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new EngineError({ code: 'script-missing', detail: String(cause) });
  }
}

/** A component by its script, which is asked for anew by each component made here: one whose script did not come stays broken. */
export const fetchedComponent = <Props>(load: () => Promise<{ readonly default: ComponentType<Props> }>) =>
  lazy(() => fetchScript(load));
