import type { IncomingHttpHeaders } from 'node:http';

const passedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];
const loopbackHost = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

/**
 * Whether somebody asks on this machine itself, and not through a proxy on it: by a loopback address, and with
 * no header that proxies add. `peer`: the other end of the socket.
 */
export function isOwnMachine(peer: string, headers: IncomingHttpHeaders): boolean {
  const isLoopback = peer === '::1' || /^(::ffff:)?127(\.\d+){3}$/i.test(peer);
  const isPassedOn = passedOn.some((name) => headers[name] !== undefined);
  return isLoopback && !isPassedOn && loopbackHost.test(headers.host ?? '');
}
