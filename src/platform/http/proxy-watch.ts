import { BlockList } from 'node:net';
import type { Log } from '../log.ts';
import { isTrusted } from './client-address.ts';

/**
 * Notices a proxy in front of the server that TRUSTED_PROXIES does not name. All who come through it count
 * as one, so soon nobody could send a form.
 */
export interface ProxyWatch {
  /** Of each request; logs the first that shows it. */
  see(peer: string, forwardedFor: string | undefined): void;
  /** For the health report: a proxy within our own network is there. */
  isFound(): boolean;
}

// A proxy lies in the network of the server; a visitor cannot come from there with a header of their own.
const near = new BlockList();
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  near.addSubnet(network, bits, 'ipv4');
}
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

// Anybody may write the header. Three clients behind one stranger are a proxy, or somebody who plays one:
// enough for a line in the log, not for an alarm.
const CLIENTS_OF_A_PROXY = 3;
const MOST_STRANGERS = 1000;

export function createProxyWatch({
  trustedProxies,
  log,
}: {
  trustedProxies: BlockList;
  log: Pick<Log, 'warn'>;
}): ProxyWatch {
  const strangers = new Map<string, Set<string>>();
  let isFound = false;
  let isStrangerTold = false;

  return {
    see(peer, forwardedFor) {
      if (!forwardedFor || isFound || isTrusted(peer, trustedProxies)) return;
      if (isTrusted(peer, near)) {
        isFound = true;
        // The address of a machine of ours, and what to put into TRUSTED_PROXIES.
        log.warn('proxy.not-trusted', { proxy: peer });
      } else if (!isStrangerTold && countClients(peer, forwardedFor) >= CLIENTS_OF_A_PROXY) {
        isStrangerTold = true;
        log.warn('proxy.not-trusted', { proxy: 'public' });
      }
    },
    isFound: () => isFound,
  };

  function countClients(peer: string, forwardedFor: string): number {
    if (!strangers.has(peer) && strangers.size >= MOST_STRANGERS) strangers.clear();
    const clients = strangers.get(peer) ?? new Set();
    strangers.set(peer, clients.add(forwardedFor.split(',').at(-1)?.trim() ?? ''));
    return clients.size;
  }
}
