/** What an experiment found, once its file has come. */
import { useEffect, useState } from 'react';
import type * as z from 'zod/mini';
import type { ResultHeader } from '../../results/envelope';
import type { LabHost } from '../lab';
import { type Finding, findResult } from './read-result';

export type AwaitedFinding<R> = Finding<R> | { readonly state: 'reading' | 'failed' };

/** @param schema the same object at every call, as schemas of a module are */
export function useFinding<R extends ResultHeader>(schema: z.ZodMiniType<R>, id: string, host: LabHost): AwaitedFinding<R> {
  const [finding, setFinding] = useState<AwaitedFinding<R>>({ state: 'reading' });
  useEffect(() => {
    let isMounted = true;
    findResult(schema, id, host.fileUrl)
      .catch(() => ({ state: 'failed' }) as const)
      .then((found) => isMounted && setFinding(found));
    return () => {
      isMounted = false;
    };
  }, [schema, id, host]);
  return finding;
}
