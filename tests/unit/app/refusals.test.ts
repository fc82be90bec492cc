/** Bad values of the address: all in one notice, each told once, and taken out of the address. */
import { beforeEach, expect, test } from 'vitest';
import { asRejected, readAddress, writeAddress } from '../../../src/app/address';
import { type MessageBody, useMessages } from '../../../src/app/messages';
import { createRefusals } from '../../../src/app/refusals';
import { appTexts } from '../../../src/app/texts';
import { i18n } from '../../../src/i18n/i18n';
import type { SharedState } from '../../../src/labs/lab';

beforeEach(() => useMessages.setState({ messages: [] }));

/** A page as far as it refuses: what its labs reject goes the way of what it cannot read itself. */
function openPage(opened: string) {
  let query = opened;
  const share = (changes: Parameters<typeof writeAddress>[1]) => {
    query = writeAddress(query, changes);
  };
  const refuse = createRefusals(share);
  const { address, rejected } = readAddress(opened);
  refuse(rejected);
  return { address, share, reject: (values: SharedState) => refuse(asRejected(values)), query: () => query };
}

const bodies = (): MessageBody[] => useMessages.getState().messages.map(({ body }) => body);
const told = () => bodies().flatMap((body) => (body.kind === 'address-rejected' ? body.parameters : []));

test('what a lab rejects is told beside what could not be read, and both leave the address', () => {
  const { reject, query } = openPage('?k=3&partner=1F999.nobody&grid=8&entry=900');
  expect(told()).toEqual([{ name: 'k', value: '3' }]);
  reject({ partner: { concept: '1F999', artist: 'nobody' }, entry: 900 });
  expect(bodies()).toHaveLength(1);
  expect(told()).toEqual([
    { name: 'k', value: '3' },
    { name: 'partner', value: '1F999.nobody' },
    { name: 'entry', value: '900' },
  ]);
  expect(query()).toBe('?grid=8');
});

test('where nothing is rejected, nothing is told and nothing changed', () => {
  const { reject, query } = openPage('?grid=8&like=1F431');
  reject({});
  expect(bodies()).toEqual([]);
  expect(query()).toBe('?grid=8&like=1F431');
});

test('a lab that is put up anew tells nothing anew, and takes nothing that was chosen since', () => {
  const { address, reject, share, query } = openPage('?entry=900');
  reject(address);
  share({ entry: 3 });
  reject(address);
  expect(told()).toEqual([{ name: 'entry', value: '900' }]);
  expect(query()).toBe('?entry=3');
});

test('what the reader has put away is not told again with what comes later', () => {
  const { reject } = openPage('?k=3');
  useMessages.getState().dismiss('address');
  reject({ like: '1F999' });
  expect(told()).toEqual([{ name: 'like', value: '1F999' }]);
});

test.each([
  ['sample', '1F431.nobody'],
  ['batch', Array(8).fill('1F999.noto').join('_')],
  ['entry', '900'],
  ['paint', 'AAAA.BBBB'],
  ['move', '129.0.5'],
  ['lit', '1F999'],
])('%s=%s can be read, and is told as it was written', (name, value) => {
  const { address, rejected } = readAddress(`?${new URLSearchParams({ [name]: value })}`);
  expect(rejected).toEqual([]);
  expect(asRejected(address)).toEqual([{ name, value }]);
});

test('the notice names parameter and value in both languages', () => {
  const sentences = (['zh', 'en'] as const).map((language) =>
    i18n.getFixedT(language, appTexts.namespace)('rejected', { name: 'like', value: '1F999' }),
  );
  expect(sentences).toEqual([
    '网址中的 like=“1F999”无法识别，已改用默认值。',
    '“1F999” is not a value of “like” that this page knows; the default is used.',
  ]);
});
