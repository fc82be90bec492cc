/** One message a topic; failures are alerts. */
import { beforeEach, expect, test } from 'vitest';
import { isAlert, type MessageBody, useMessages } from '../../../src/app/messages';

const failed = (code: 'context-lost' | 'out-of-memory'): MessageBody => ({ kind: 'engine-failed', failure: { code } });
const rejected: MessageBody = { kind: 'address-rejected', parameters: [{ name: 'k', value: '3' }] };
const topics = () => useMessages.getState().messages.map(({ topic }) => topic);

beforeEach(() => useMessages.setState({ messages: [] }));

test('a newer message of a topic takes the place of the older one', () => {
  const { say } = useMessages.getState();
  say('engine', failed('context-lost'));
  say('address', rejected);
  say('engine', failed('out-of-memory'));
  expect(topics()).toEqual(['address', 'engine']);
  expect(useMessages.getState().messages.at(-1)?.body).toEqual(failed('out-of-memory'));
});

test('dismissing takes away one topic', () => {
  const { say, dismiss } = useMessages.getState();
  say('engine', failed('context-lost'));
  say('address', rejected);
  dismiss('engine');
  dismiss('import');
  expect(topics()).toEqual(['address']);
});

test('failures interrupt, notices do not', () => {
  expect(isAlert(failed('context-lost'))).toBe(true);
  expect(isAlert({ kind: 'import-failed', failure: { code: 'empty', name: 'a.png' } })).toBe(true);
  expect(isAlert(rejected)).toBe(false);
});
