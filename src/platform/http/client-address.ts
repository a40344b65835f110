import { type BlockList, isIP } from 'node:net';

/**
 * The address of whoever talks to our outermost trusted proxy: the right-most hop of
 * X-Forwarded-For that is not one of ours. Everything left of it is the client's own claim.
 * `peer`: the other end of the socket. Its header counts only if it is a trusted proxy itself.
 */
export function findClientAddress(
  peer: string,
  forwardedFor: string | undefined,
  trustedProxies: BlockList,
): string {
  let client = toPlainAddress(peer);
  const hops = (forwardedFor ?? '').split(',').map((hop) => toPlainAddress(hop.trim()));
  while (isTrusted(client, trustedProxies)) {
    const next = hops.pop();
    if (next === undefined || isIP(next) === 0) break;
    client = next;
  }
  return client;
}

export function isTrusted(address: string, trustedProxies: BlockList): boolean {
  const plain = toPlainAddress(address);
  const family = isIP(plain);
  return family !== 0 && trustedProxies.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

/** As it is usually written: a socket of both families shows IPv4 as ::ffff:192.0.2.1, some proxies add a port. */
export function toPlainAddress(address: string): string {
  return address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}
