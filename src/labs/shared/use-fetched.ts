/** What a lab cannot do without: read when the lab appears, told to the page where it does not come, to be tried again. */
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { failureOf } from '../../engine/errors';
import type { LabHost } from '../lab';

export interface Fetched<Value> {
  /** null until it is there. */
  readonly value: Value | null;
  readonly isFailed: boolean;
  fetch(): Promise<void>;
}

/** @param read the same function at each rendering: another one is read anew */
export function useFetched<Value>(host: LabHost, read: (fileUrl: LabHost['fileUrl']) => Promise<Value>): Fetched<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const withdrawFailure = useRef(() => {});
  const fetch = useCallback(async () => {
    withdrawFailure.current();
    setIsFailed(false);
    try {
      const fetched = await read(host.fileUrl);
      startTransition(() => setValue(fetched));
    } catch (cause) {
      setIsFailed(true);
      withdrawFailure.current = host.report(failureOf(cause), () => void fetch());
    }
  }, [host, read]);
  useEffect(() => {
    void fetch();
    return () => withdrawFailure.current();
  }, [fetch]);
  return { value, isFailed, fetch };
}
