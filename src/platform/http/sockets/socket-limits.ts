import type { Socket } from 'node:net';
import { elapsedMs } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { toPlainAddress } from '../client-address.ts';
import { toNetwork } from '../rate-limit.ts';

/**
 * How many sockets are open, in all and from one household or office. One more takes the place of the oldest
 * that asks for nothing: in all, of the oldest of whoever has most. Where none does, the new one is closed.
 */
export interface SocketLimits {
  /** Of each new socket. */
  admit(socket: Socket): void;
}

export interface SocketLimitOptions {
  /** 1000, each with an answer of 100 kB that nobody reads, take 100 MB. */
  most?: number;
  /** A browser opens six; an office or a phone network may have many behind one address. */
  mostByNetwork?: number;
  /** A proxy's address is everybody's. */
  isExempt: (address: string) => boolean;
  /** Whether an answer is still to come on it. */
  isBusy: (socket: Socket) => boolean;
  log: Pick<Log, 'warn'>;
}

const MOST = 1000;
const MOST_BY_NETWORK = 100;
const LOGGED_EVERY_MS = 60_000;

export function createSocketLimits({
  most = MOST,
  mostByNetwork = MOST_BY_NETWORK,
  isExempt,
  isBusy,
  log,
}: SocketLimitOptions): SocketLimits {
  /** In the order in which they came. */
  const networks = new Map<string, Set<Socket>>();
  let count = 0;
  let loggedAt = Number.NEGATIVE_INFINITY;

  return {
    admit(socket) {
      const address = toPlainAddress(socket.remoteAddress ?? '');
      const network = toNetwork(address);
      const own = networks.get(network) ?? new Set();
      const isOneTooMany = own.size >= mostByNetwork && !isExempt(address);
      if (isOneTooMany || count >= most) {
        tell(isOneTooMany ? 'network' : 'all');
        const idle = findIdle(isOneTooMany ? own : largest());
        if (!idle) return void socket.destroy();
        remove(idle);
        idle.destroy();
      }
      networks.set(network, own.add(socket));
      count += 1;
      socket.once('close', () => remove(socket));
    },
  };

  function remove(socket: Socket): void {
    for (const [network, sockets] of networks) {
      if (!sockets.delete(socket)) continue;
      count -= 1;
      if (sockets.size === 0) networks.delete(network);
    }
  }

  function largest(): Iterable<Socket> {
    let found: Set<Socket> = new Set();
    for (const sockets of networks.values()) if (sockets.size > found.size) found = sockets;
    return found;
  }

  function findIdle(sockets: Iterable<Socket>): Socket | undefined {
    for (const socket of sockets) if (!isBusy(socket)) return socket;
    return undefined;
  }

  // Without an address, and not for each: an attack would fill the disk.
  function tell(limit: 'network' | 'all'): void {
    const at = elapsedMs();
    if (at - loggedAt < LOGGED_EVERY_MS) return;
    loggedAt = at;
    log.warn('sockets.limited', { limit, open: count });
  }
}
