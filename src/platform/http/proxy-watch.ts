import type { BlockList } from 'node:net';
import type { Log } from '../log.ts';
import { isTrusted } from './client-address.ts';
import { isNear } from './sockets/near-addresses.ts';

/** `one-address`: a proxy says nothing of whom it asks for. Either way all visitors count as one. */
export type ProxyTrouble = 'proxy-not-trusted' | 'one-address';

/**
 * Notices a proxy in front of the server that TRUSTED_PROXIES does not name, or that does not say for whom it
 * asks. All who come through it count as one, so soon nobody could send a form.
 */
export interface ProxyWatch {
  /** Of each request; logs the first that shows it. */
  see(request: SeenRequest): void;
  /** For the health report: what is wrong with a proxy within our own network. */
  findTroubles(): readonly ProxyTrouble[];
}

export interface SeenRequest {
  /** The other end of the socket. */
  peer: string;
  forwardedFor: string | undefined;
  host: string | undefined;
  /** For monitors, which are in our network and are no visitors. */
  isForMonitors: boolean;
}

// Anybody may write the header. Three clients behind one stranger are a proxy, or somebody who plays one:
// enough for a line in the log, not for an alarm.
const CLIENTS_OF_A_PROXY = 3;
const MOST_STRANGERS = 1000;
// Three pages of a visitor with all that belongs to them; somebody who tries the server by hand asks for less.
const REQUESTS_OF_A_SILENT_PROXY = 30;

export function createProxyWatch(about: {
  trustedProxies: BlockList;
  /** 'https://example.org' */
  siteOrigin?: string | undefined;
  log: Pick<Log, 'warn'>;
}): ProxyWatch {
  const { trustedProxies, log } = about;
  const publicHost = findPublicHost(about.siteOrigin);
  const strangers = new Map<string, Set<string>>();
  /** How often each asked for visitors without the header; no number once it sent one. */
  const silent = new Map<string, number | undefined>();
  const found = new Set<ProxyTrouble>();
  let isStrangerTold = false;

  return {
    see(request) {
      seeForwarded(request);
      seeSilent(request);
    },
    findTroubles: () => [...found],
  };

  function seeForwarded({ peer, forwardedFor }: SeenRequest): void {
    if (!forwardedFor || found.has('proxy-not-trusted') || isTrusted(peer, trustedProxies)) return;
    // A visitor cannot come from there with a header of their own.
    if (isNear(peer)) {
      found.add('proxy-not-trusted');
      // The address of a machine of ours, and what to put into TRUSTED_PROXIES.
      log.warn('proxy.not-trusted', { proxy: peer });
    } else if (!isStrangerTold && countClients(peer, forwardedFor) >= CLIENTS_OF_A_PROXY) {
      isStrangerTold = true;
      log.warn('proxy.not-trusted', { proxy: 'public' });
    }
  }

  // By the name that visitors type: the server speaks no TLS, so where that is https only a proxy can ask so.
  function seeSilent({ peer, forwardedFor, host, isForMonitors }: SeenRequest): void {
    if (found.has('one-address') || !(isNear(peer) || isTrusted(peer, trustedProxies))) return;
    if (forwardedFor) return void silent.set(peer, undefined);
    if (isForMonitors || host?.toLowerCase() !== publicHost) return;
    if (silent.has(peer) && silent.get(peer) === undefined) return;
    const count = (silent.get(peer) ?? 0) + 1;
    silent.set(peer, count);
    if (count < REQUESTS_OF_A_SILENT_PROXY) return;
    found.add('one-address');
    log.warn('proxy.one-address', { proxy: peer });
  }

  function countClients(peer: string, forwardedFor: string): number {
    if (!strangers.has(peer) && strangers.size >= MOST_STRANGERS) strangers.clear();
    const clients = strangers.get(peer) ?? new Set();
    strangers.set(peer, clients.add(forwardedFor.split(',').at(-1)?.trim() ?? ''));
    return clients.size;
  }
}

/** `undefined`: none that a proxy alone could pass on. */
function findPublicHost(siteOrigin: string | undefined): string | undefined {
  const url = URL.parse(siteOrigin ?? '');
  return url?.protocol === 'https:' ? url.host : undefined;
}
