/** What the reader is told of bad values in the address: all in one message, whoever finds them and whenever. */
import type { AddressChanges, ParameterName, RejectedParameter } from './address';
import { useMessages } from './messages';

/**
 * A parameter is refused once, however often it is found amiss: a lab that is put up anew reads what the page was opened with,
 * and by then the address may hold what the reader chose instead.
 * @param share writes into the address, which a refused value leaves
 * @returns refuses values
 */
export function createRefusals(share: (changes: AddressChanges) => void): (parameters: readonly RejectedParameter[]) => void {
  const refused = new Set<ParameterName>();
  return (parameters) => {
    const fresh = parameters.filter(({ name }) => !refused.has(name));
    if (fresh.length === 0) return;
    for (const { name } of fresh) refused.add(name);
    const { messages, say } = useMessages.getState();
    // What the reader has put away is not told again.
    const standing = messages.flatMap(({ body }) => (body.kind === 'address-rejected' ? body.parameters : []));
    say('address', { kind: 'address-rejected', parameters: [...standing, ...fresh] });
    share(Object.fromEntries(fresh.map(({ name }) => [name, undefined])));
  };
}
