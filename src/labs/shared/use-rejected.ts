/** Tells the reader what of the address names nothing in a lab: only the lab knows what there is. */
import { useEffect, useState } from 'react';
import type { LabHost, SharedState } from '../lab';

/**
 * @param find what names nothing of all that the page was opened with; looked for once, when the lab appears
 * @returns what was found
 */
export function useRejected(host: LabHost, find: () => SharedState): SharedState {
  const [rejected] = useState(find);
  // Not while rendering: what the reader is told is shown elsewhere on the page.
  useEffect(() => host.reject(rejected), [host, rejected]);
  return rejected;
}
