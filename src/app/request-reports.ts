/**
 * Requests of the labs that failed. Those that lack the same thing are told in one message: trying again tries all of them, and it
 * stands until the last of them is withdrawn.
 */
import type { Failure } from '../engine/errors';
import { type Topic, useMessages } from './messages';

/** How those that still stand try again, by topic. */
const standing = new Map<Topic, Set<() => void>>();

/** Tells of a request that failed. @returns how to withdraw it, once it no longer holds */
export function reportRequest(failure: Failure, tryAgain: () => void): () => void {
  const { say, dismiss } = useMessages.getState();
  const topic = `request/${failure.subject ?? failure.code}` as const;
  const reports = standing.get(topic) ?? new Set();
  standing.set(topic, reports);
  // Of its own for each report: two may try again by the same function.
  const retry = () => tryAgain();
  reports.add(retry);
  say(topic, {
    kind: 'request-failed',
    failure,
    tryAgain() {
      const tried = [...reports];
      reports.clear();
      for (const each of tried) each();
    },
  });
  return () => {
    if (reports.delete(retry) && reports.size === 0) dismiss(topic);
  };
}
