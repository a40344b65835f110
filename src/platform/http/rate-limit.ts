import { isIPv6 } from 'node:net';
import { elapsedMs } from '../clock.ts';

/**
 * Token buckets in memory: each key may act `capacity` times at once, and again as its bucket fills, one
 * every `refillMs`. Keeps the `maxKeys` that acted last; who is forgotten starts with a full bucket.
 */
export interface RateLimit {
  /** 0: go ahead. Else milliseconds until the key may act, and nothing was used up. */
  take(key: string): number;
  has(key: string): boolean;
}

export interface Rate {
  capacity: number;
  refillMs: number;
}

export function createRateLimit({
  capacity,
  refillMs,
  maxKeys = 20_000,
  clock = elapsedMs,
}: Rate & { maxKeys?: number; clock?: () => number }): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();

  return {
    take(key) {
      const at = clock();
      const bucket = buckets.get(key) ?? { left: capacity, at };
      const left = Math.min(capacity, bucket.left + (at - bucket.at) / refillMs);
      const waitMs = left >= 1 ? 0 : Math.max(1, Math.round((1 - left) * refillMs));
      // Set anew, so that the map stays in the order of use.
      buckets.delete(key);
      buckets.set(key, waitMs === 0 ? { left: left - 1, at } : bucket);
      if (buckets.size > maxKeys) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return waitMs;
    },
    has: (key) => buckets.has(key),
  };
}

/** One household or office: an IPv4 address, or the /64 that an IPv6 address lies in. */
export function toNetwork(address: string): string {
  return toPrefix(address, 4);
}

/** One customer of a provider: an IPv4 address, or the /48 that an IPv6 address lies in. */
export function toCustomer(address: string): string {
  return toPrefix(address, 3);
}

function toPrefix(address: string, groupCount: number): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  return all
    .slice(0, groupCount)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
