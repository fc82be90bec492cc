/** What several labs lack is told once: trying again tries all of them, and the message stands until the last withdraws. */
import { beforeEach, expect, test, vi } from 'vitest';
import { useMessages } from '../../../src/app/messages';
import { reportRequest } from '../../../src/app/request-reports';
import type { Failure } from '../../../src/engine/errors';

const missing = (subject: string): Failure => ({ code: 'gallery-missing', subject });
const messages = () => useMessages.getState().messages;
function pressTryAgain() {
  const body = messages()[0]?.body;
  if (body?.kind === 'request-failed') body.tryAgain();
}

beforeEach(() => useMessages.setState({ messages: [] }));

test('trying again tries all that lack the same thing, once', () => {
  const [compare, lab] = [vi.fn(), vi.fn()];
  reportRequest(missing('a.json'), compare);
  reportRequest(missing('a.json'), lab);
  expect(messages()).toHaveLength(1);
  pressTryAgain();
  pressTryAgain();
  expect([compare, lab].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test('the message stands until the last of them is withdrawn', () => {
  const again = vi.fn();
  const withdrawFirst = reportRequest(missing('b.json'), again);
  const withdrawSecond = reportRequest(missing('b.json'), again);
  withdrawFirst();
  withdrawFirst();
  expect(messages()).toHaveLength(1);
  withdrawSecond();
  expect(messages()).toEqual([]);
});

test('what failed anew is not withdrawn by what was tried before', () => {
  const withdrawBefore = reportRequest(missing('c.json'), () => undefined);
  pressTryAgain();
  reportRequest(missing('c.json'), () => undefined);
  withdrawBefore();
  expect(messages()).toHaveLength(1);
});

test('different things are told apart', () => {
  reportRequest(missing('d.json'), () => undefined);
  const withdraw = reportRequest(missing('e.json'), () => undefined);
  withdraw();
  expect(messages().map(({ topic }) => topic)).toEqual(['request/d.json']);
});
