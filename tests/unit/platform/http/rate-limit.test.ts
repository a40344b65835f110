import { describe, expect, test } from 'vitest';
import { createRateLimit, toNetwork } from '../../../../src/platform/http/rate-limit.ts';
import { createSendLimits } from '../../../../src/platform/http/send-limits.ts';

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

describe('sending', () => {
  test('30 forms from one address are taken in an hour, and then one every two minutes', () => {
    const clock = { ms: 0 };
    const limits = createSendLimits({ clock: () => clock.ms });
    const send = (form: number) => limits.take({ client: '192.0.2.1', formToken: `f${form}` });

    expect(Array.from({ length: 30 }, (_, form) => send(form))).toEqual(Array(30).fill(0));
    expect(send(31)).toBe(120_000);
    expect(limits.take({ client: '192.0.2.2', formToken: 'other' })).toBe(0);
    clock.ms = 120_000;
    expect(send(32)).toBe(0);
  });

  test('one form pressed 50 times counts once', () => {
    const limits = createSendLimits({ clock: () => 0 });
    const press = () => limits.take({ client: '192.0.2.1', formToken: 'same' });

    expect(Array.from({ length: 50 }, press)).toEqual(Array(50).fill(0));
    const others = Array.from({ length: 29 }, (_, form) =>
      limits.take({ client: '192.0.2.1', formToken: `f${form}` }),
    );
    expect(others).toEqual(Array(29).fill(0));
    expect(limits.take({ client: '192.0.2.1', formToken: 'last' })).toBeGreaterThan(0);
  });

  test('a form that is pressed without end is slowed down', () => {
    const limits = createSendLimits({ clock: () => 0 });
    const presses = Array.from({ length: 61 }, () =>
      limits.take({ client: '192.0.2.1', formToken: 'same' }),
    );

    expect(presses.at(-1)).toBeGreaterThan(0);
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
