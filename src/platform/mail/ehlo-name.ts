import { hostname } from 'node:os';

/** By what name a mail client says hello (RFC 5321 4.1.1.1): a name of the public DNS, or an address in brackets. */
export const ehloName =
  /^(?:(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]|\[[\da-f.:]+\]|\[IPv6:[\da-f:.]+\])$/i;

/** What to tell whoever starts the server, where no name is set and the machine has none that will do. */
export function describeMissingEhloName(
  name: string | undefined,
  machine: string = hostname(),
): string | undefined {
  if (name !== undefined || machine.includes('.')) return undefined;
  return (
    `This machine is called "${machine}", which has no dot, so the mail server is told [127.0.0.1] instead of a ` +
    'name, and some refuse that. Set EHLO_NAME to its public name.'
  );
}
