import { describe, expect, test } from 'vitest';
import { createRateLimit, toNetwork } from '../../../../src/platform/http/rate-limit.ts';

describe('a limit', () => {
  test('lets through as many as it holds, and says how long the next must wait', () => {
    const { limit } = aLimit({ capacity: 3, refillMs: 1000 });

    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1000]);
  });

  test('lets one more through each time the wait is over, not a moment sooner', () => {
    const { limit, clock } = aLimit({ capacity: 1, refillMs: 1000 });
    limit.take('a');

    clock.ms = 999;
    expect(limit.take('a')).toBe(1);
    clock.ms = 1000;
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(1000);
  });

  test('saves up no more than it holds', () => {
    const { limit, clock } = aLimit({ capacity: 2, refillMs: 1000 });
    limit.take('a');
    clock.ms = 1_000_000;

    expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 1000]);
  });

  test('counts each key by itself', () => {
    const { limit } = aLimit({ capacity: 1, refillMs: 1000 });
    limit.take('a');

    expect(limit.take('b')).toBe(0);
  });

  test('remembers only so many keys, the last ones', () => {
    const { limit } = aLimit({ capacity: 1, refillMs: 1000, maxKeys: 2 });
    for (const key of ['a', 'b', 'a', 'c']) limit.take(key);

    expect(['a', 'b', 'c'].map((key) => limit.has(key))).toEqual([true, false, true]);
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['', ''],
])('%s is in the network %s', (address, network) => {
  expect(toNetwork(address)).toBe(network);
});

function aLimit(options: { capacity: number; refillMs: number; maxKeys?: number }) {
  const clock = { ms: 0 };
  return { limit: createRateLimit({ ...options, clock: () => clock.ms }), clock };
}
